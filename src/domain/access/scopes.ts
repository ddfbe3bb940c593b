// What a key can be limited to, on top of its roles. A key without scopes may do all that its roles may.

export const SCOPES = [
  'feed:read',
  'warning:acknowledge',
  'warning:publish',
  'delivery:read',
  'duplicate:review',
  'member:admin',
  'community:manage',
  'audit:read',
  'hub:admin',
  'metrics:read',
] as const;
export type Scope = (typeof SCOPES)[number];

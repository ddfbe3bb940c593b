// What is administered: each such act is an entry of the record and a line of the audit trail. None of them causes a job.
// The subject of the entry holds ids; who did it and what changed is in the audit trail, which may be erased.

export const ACT_EVENTS = [
  // the hub
  'hub.founded',
  'hub.restored',
  'hub.released',
  'hub.backed-up',
  'hub.configured',
  'register.exported',
  // members
  'member.applied',
  'member.changed',
  'member.advanced',
  'member.sponsored',
  'member.objected',
  'member.suspended',
  'member.reinstated',
  'member.left',
  'member.attested',
  'member.reminded',
  'member.silent',
  // communities
  'community.created',
  'community.changed',
  'community.joined',
  'community.left',
  // persons
  'person.invited',
  'person.joined',
  'person.changed',
  'person.deactivated',
  'person.reinstated',
  'person.warned',
  'person.dormant',
  'person.confirmed',
  'person.recovered',
  'person.erased',
  'person.exported',
  // ways to sign in
  'key.created',
  'key.rotated',
  'key.revoked',
  'credential.added',
  'credential.removed',
  'session.started',
  'session.ended',
  // subscriptions
  'subscription.created',
  'subscription.changed',
  'subscription.ended',
  // two persons
  'approval.proposed',
  'approval.given',
  'approval.refused',
  'approval.expired',
  // endpoints
  'endpoint.added',
  'endpoint.changed',
  'endpoint.proved',
  'endpoint.rotated',
  'endpoint.disabled',
  'endpoint.suppressed',
  'endpoint.removed',
  'endpoint.retried',
  'range.allowed',
  'range.withdrawn',
  // content
  'warning.opened',
  'warning.exported',
  'warning.expired',
  'warning.recalled',
  'warning.narrowed',
  'warning.reminded',
  // the work of the hub
  'job.retried',
  'job.discarded',
  // retention
  'retention.changed',
  'retention.applied',
  'hold.placed',
  'hold.lifted',
] as const;
export type ActEvent = (typeof ACT_EVENTS)[number];

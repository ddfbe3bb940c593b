// Roles as people write them, and as the contract spells them.

export const roleNames = (roles: readonly string[]): string =>
  roles.map((role) => role.toLowerCase().replaceAll('_', '-')).join(', ');

export const roleValues = (names: readonly string[]): string[] =>
  names.map((name) => name.toUpperCase().replaceAll('-', '_'));

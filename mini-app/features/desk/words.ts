/** Names that several screens of the desk use. */

import type { Role } from '#contract/endpoint.ts';

export const roleNames: Record<Role, string> = {
  unit_head: 'Thủ trưởng đơn vị',
  secretariat: 'Cơ quan Thường trực',
  admin: 'Quản trị',
};

/** Each role once, the one that weighs most first. */
export const roleWords = (roles: Role[]): string =>
  (['admin', 'secretariat', 'unit_head'] as const)
    .filter((role) => roles.includes(role))
    .map((role) => roleNames[role])
    .join(', ');

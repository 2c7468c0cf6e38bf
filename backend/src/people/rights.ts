import type { Role } from './person.entity.ts';

/** What can be allowed to a role. */
export const RIGHTS = ['contacts.work', 'customers.write', 'customers.assign', 'customers.import', 'customers.export', 'schedules.see', 'reports.see', 'records.correct', 'settings.manage', 'people.manage'] as const;
export type Right = (typeof RIGHTS)[number];

const everyday: readonly Right[] = ['contacts.work', 'customers.write', 'customers.export', 'reports.see'];
const leading: readonly Right[] = [...everyday, 'customers.assign', 'schedules.see', 'records.correct'];

const RIGHTS_OF_ROLE: Readonly<Record<Role, readonly Right[]>> = {
  sales: everyday,
  team_lead: leading,
  manager: [...leading, 'customers.import'],
  administrator: RIGHTS,
};

/** All rights of somebody who holds these roles. */
export const rightsOf = (roles: readonly Role[]): readonly Right[] => RIGHTS.filter((right) => roles.some((role) => RIGHTS_OF_ROLE[role].includes(right)));

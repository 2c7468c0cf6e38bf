import type { Role } from './person.entity.ts';

/** What can be allowed to a role. */
export const RIGHTS = ['contacts.work', 'customers.write', 'customers.assign', 'customers.import', 'customers.export', 'reports.see', 'records.correct', 'plans.write', 'plans.approve', 'settings.manage', 'people.manage'] as const;
export type Right = (typeof RIGHTS)[number];

const everyday: readonly Right[] = ['contacts.work', 'customers.write', 'customers.export', 'reports.see'];
const leading: readonly Right[] = [...everyday, 'customers.assign', 'records.correct', 'plans.approve'];

const RIGHTS_OF_ROLE: Readonly<Record<Role, readonly Right[]>> = {
  sales: everyday,
  team_lead: leading,
  manager: [...leading, 'customers.import', 'plans.write'],
  administrator: RIGHTS,
};

/** All rights of somebody who holds these roles. */
export const rightsOf = (roles: readonly Role[]): readonly Right[] => RIGHTS.filter((right) => roles.some((role) => RIGHTS_OF_ROLE[role].includes(right)));

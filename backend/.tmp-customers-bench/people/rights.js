/** What can be allowed to a role. */
export const RIGHTS = ['contacts.work', 'customers.write', 'customers.assign', 'customers.import', 'customers.export', 'schedules.see', 'reports.see', 'records.correct', 'settings.manage', 'people.manage'];
const everyday = ['contacts.work', 'customers.write', 'customers.export', 'reports.see'];
const leading = [...everyday, 'customers.assign', 'schedules.see', 'records.correct'];
const RIGHTS_OF_ROLE = {
    sales: everyday,
    team_lead: leading,
    manager: [...leading, 'customers.import'],
    administrator: RIGHTS,
};
/** All rights of somebody who holds these roles. */
export const rightsOf = (roles) => RIGHTS.filter((right) => roles.some((role) => RIGHTS_OF_ROLE[role].includes(right)));

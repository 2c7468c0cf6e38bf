import { conflict, invalidFields } from "../../kernel/index.js";
import { makesCircle } from "../hierarchy.rules.js";
const runsTangent = ({ roles, state }) => state === 'active' && roles.includes('administrator');
/** Refuses an account as it is to be: an address taken, a place that does not exist, a circle of reporting lines, or nobody left to administer. */
export function refuseAccount({ people, teamIds }, before, after) {
    const errors = [];
    const others = people.filter(({ id }) => id !== after.id);
    if (others.some(({ email }) => email === after.email))
        errors.push({ field: 'email', code: 'one_account_per_email' });
    if (after.roles.length === 0)
        errors.push({ field: 'roles', code: 'required' });
    if (after.teamId !== null && after.teamId !== before?.teamId && !teamIds.has(after.teamId))
        errors.push({ field: 'teamId', code: 'unknown_team' });
    if (after.reportsToId !== null && after.reportsToId !== before?.reportsToId) {
        const manager = people.find(({ id }) => id === after.reportsToId);
        if (!manager || manager.state === 'disabled')
            errors.push({ field: 'reportsToId', code: 'unknown_person' });
        else if (makesCircle(new Map(people.map((person) => [person.id, person.reportsToId])), after.id, after.reportsToId))
            errors.push({ field: 'reportsToId', code: 'reports_to_themselves' });
    }
    if (errors.length > 0)
        throw invalidFields(errors);
    if (before && runsTangent(before) && !runsTangent(after) && !others.some(runsTangent))
        throw conflict('last_administrator');
}

import { conflict, localisedNames } from "../kernel/index.js";
import { freeKey, slugOf } from "./entry.rules.js";
const USED = {
    stages: 'SELECT EXISTS (SELECT FROM stage_changes WHERE to_stage_id = $1) AS used',
    dispositions: 'SELECT EXISTS (SELECT FROM follow_ups WHERE disposition_id = $1) AS used',
    fields: 'SELECT EXISTS (SELECT FROM customers WHERE fields ? (SELECT key FROM custom_fields WHERE id = $1)) AS used',
};
/** Refuses a change that would give records of the past another meaning: the kind of a used entry, a used choice taken away. */
export async function refuseChangeOfUsed(tx, list, before, given) {
    const question = USED[list];
    if (question && given.kind !== before.kind) {
        const [answer] = await tx.query(question, [before.id]);
        if (answer.used)
            throw conflict('kind_is_in_use');
    }
    const gone = (before.choices ?? []).map(({ key }) => key).filter((key) => !(given.choices ?? []).some((choice) => choice.key === key));
    if (!gone.length)
        return;
    const [answer] = await tx.query('SELECT EXISTS (SELECT FROM customers WHERE fields ->> $1 = ANY($2)) AS used', [before.key, gone]);
    if (answer.used)
        throw conflict('choice_is_in_use');
}
/** Gives new choices their key. */
export function withChoiceKeys(given) {
    if (!given.choices)
        return given;
    const taken = new Set(given.choices.flatMap(({ key }) => key ?? []));
    const choices = given.choices.map((choice, i) => {
        const names = localisedNames(choice.names, `choices.${i}.names`);
        const key = choice.key ?? freeKey(slugOf(names), taken);
        taken.add(key);
        return { key, names };
    });
    return { ...given, choices };
}

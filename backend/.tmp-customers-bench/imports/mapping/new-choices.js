import { CustomField } from "../../customers/index.js";
import { forbidden, invalid } from "../../kernel/index.js";
import { rightsOf } from "../../people/index.js";
import { unknownWords } from "./mapping-check.js";
const MAX_CHOICES = 200;
const createsChoices = ({ unknown }) => unknown === 'create';
/** Refuses to create choices for somebody who may not change settings, outside of choice fields, or for more words than were looked at. */
export function refuseChoices(actor, mapping, columns, vocabulary) {
    const creating = mapping.columns.filter(createsChoices);
    if (creating.length === 0)
        return;
    if (!rightsOf(actor.roles).includes('settings.manage'))
        throw forbidden('not_allowed');
    for (const { column, to } of creating) {
        const field = fieldOf(to, vocabulary);
        if (field?.kind !== 'choice')
            throw invalid(`unknown.${column}`, 'only_choices_are_created', { column });
        if (columns.find(({ name }) => name === column)?.hasMore)
            throw invalid(`unknown.${column}`, 'too_many_words', { column });
    }
}
/** Adds the choices that the file has and the custom fields lack; in the transaction that begins the run. */
export async function addChoices(tx, mapping, columns, vocabulary) {
    const creating = mapping.columns.filter(createsChoices);
    for (const { to, words } of unknownWords({ columns: creating, defaults: {} }, columns, vocabulary)) {
        const field = fieldOf(to, vocabulary);
        if (!field)
            continue;
        const taken = new Set(field.choices.map(({ key }) => key));
        const added = words.map((word) => ({ key: freeKey(word, taken), names: { en: word } }));
        const choices = [...field.choices, ...added];
        if (choices.length > MAX_CHOICES)
            throw invalid('choices', 'too_many', { max: MAX_CHOICES });
        await tx.getRepository(CustomField).update({ id: field.id }, { choices, version: field.version + 1 });
    }
}
const fieldOf = (to, { fields }) => fields.find(({ key }) => `field:${key}` === to);
function freeKey(word, taken) {
    const slug = word.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^[_\d]+|_+$/g, '').slice(0, 32) || 'choice';
    let key = slug;
    for (let n = 2; taken.has(key); n++)
        key = `${slug}_${n}`;
    taken.add(key);
    return key;
}

import { isLocalDate } from "../../kernel/index.js";
const MAX_TEXT = 2_000;
const LARGEST = 1e15;
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
/**
 * The values after `given` was written over `current`, and what is wrong with them beside `fields.<key>`: null or an empty text clears a value, keys without
 * a definition are refused, and what is required must be there at the end.
 */
export function mergedFieldValues(definitions, given, current = {}) {
    const byKey = new Map(definitions.map((definition) => [definition.key, definition]));
    const values = new Map(Object.entries(current));
    const errors = [];
    for (const [key, raw] of Object.entries(given)) {
        const definition = byKey.get(key);
        const value = tidy(raw);
        const code = definition ? (value === null ? null : wrongWith(definition, value)) : 'unknown_field';
        if (code)
            errors.push({ field: `fields.${key}`, code });
        else if (value === null)
            values.delete(key);
        else
            values.set(key, value);
    }
    const missing = definitions.filter(({ key, isRequired }) => isRequired && !values.has(key) && !errors.some(({ field }) => field === `fields.${key}`));
    errors.push(...missing.map(({ key }) => ({ field: `fields.${key}`, code: 'required' })));
    return { values: Object.fromEntries(values), errors };
}
const tidy = (raw) => {
    const value = typeof raw === 'string' ? raw.trim().normalize('NFC') : raw;
    return value === '' || value === undefined ? null : value;
};
function wrongWith({ kind, choices }, value) {
    switch (kind) {
        case 'number':
            return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= LARGEST ? null : 'must_be_a_number';
        case 'boolean':
            return typeof value === 'boolean' ? null : 'must_be_yes_or_no';
        case 'date':
            return isLocalDate(value) && value >= '1900-01-01' && value < '2200-01-01' ? null : 'bad_date';
        case 'choice':
            return choices.some(({ key }) => key === value) ? null : 'unknown_choice';
        case 'text':
            return wrongWithText(value);
    }
}
function wrongWithText(value) {
    if (typeof value !== 'string')
        return 'must_be_text';
    if (value.length > MAX_TEXT)
        return 'too_long';
    return CONTROL.test(value) ? 'bad_characters' : null;
}

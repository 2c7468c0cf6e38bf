import { invalid, isLocalDate } from "../../kernel/index.js";
import { likeText } from "./like-text.js";
const MAX_CONDITIONS = 20;
const MAX_CHOICES = 200;
/** Adds conditions on custom fields, given as JSON by field key; what does not fit the field's kind is refused at `fields.<key>`. */
export function addFieldConditions(to, json, definitions) {
    const asked = Object.entries(objectIn(json));
    if (asked.length > MAX_CONDITIONS)
        throw invalid('fields', 'too_many', { max: MAX_CONDITIONS });
    for (const [key, wanted] of asked) {
        const definition = definitions.find((candidate) => candidate.key === key);
        if (!definition)
            throw invalid(`fields.${key}`, 'unknown_field');
        if (!ADD[definition.kind](to, key, wanted))
            throw invalid(`fields.${key}`, 'bad_value');
    }
}
function objectIn(json) {
    try {
        const value = JSON.parse(json);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
        // Refused below: what is no JSON and what is no object is the same to whoever sent it.
    }
    throw invalid('fields', 'bad_value');
}
/** Each adds its condition and answers whether the value asked for makes sense for the kind. */
const ADD = {
    choice: addChoice,
    text: addText,
    boolean: addYesOrNo,
    number: addNumbers,
    date: addDates,
};
function addChoice(to, key, wanted) {
    if (!Array.isArray(wanted) || wanted.length > MAX_CHOICES || !wanted.every(isText))
        return false;
    to.and(`c.fields->>${to.value(key)}::text = ANY(${to.value(wanted)}::text[])`);
    return true;
}
function addText(to, key, wanted) {
    if (!isText(wanted))
        return false;
    to.and(`c.fields->>${to.value(key)}::text ILIKE ${to.value(`%${likeText(wanted.normalize('NFC'))}%`)}`);
    return true;
}
function addYesOrNo(to, key, wanted) {
    if (typeof wanted !== 'boolean')
        return false;
    to.and(`c.fields->${to.value(key)}::text = ${to.value(String(wanted))}::jsonb`);
    return true;
}
function addNumbers(to, key, wanted) {
    const range = rangeIn(wanted, (end) => typeof end === 'number' && Number.isFinite(end));
    if (!range)
        return false;
    const name = to.value(key);
    // The cast must never meet a text, in whatever order the planner looks at the conditions.
    addEnds(to, range, `CASE WHEN jsonb_typeof(c.fields->${name}::text) = 'number' THEN (c.fields->>${name}::text)::numeric END`, 'numeric');
    return true;
}
function addDates(to, key, wanted) {
    const range = rangeIn(wanted, isLocalDate);
    if (!range)
        return false;
    addEnds(to, range, `(c.fields->>${to.value(key)}::text) COLLATE "C"`, 'text');
    return true;
}
function addEnds(to, { from, until }, column, type) {
    if (from !== undefined)
        to.and(`${column} >= ${to.value(from)}::${type}`);
    if (until !== undefined)
        to.and(`${column} < ${to.value(until)}::${type}`);
}
function rangeIn(wanted, isEnd) {
    if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted))
        return null;
    const { from, until, ...rest } = wanted;
    if (Object.keys(rest).length > 0 || (from === undefined && until === undefined))
        return null;
    return [from, until].every((end) => end === undefined || isEnd(end)) ? { from, until } : null;
}
const isText = (value) => typeof value === 'string' && value !== '' && value.length <= 500 && !value.includes('\0');

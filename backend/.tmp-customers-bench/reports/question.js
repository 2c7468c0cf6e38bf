import { invalid, isLocalDate, localDateOf, namedPeriod, notFound, periodOf } from "../kernel/index.js";
import { reportOf } from "./registry/catalogue.js";
import { DIMENSIONS, FIELD_PREFIX, YES_NO } from "./registry/dimensions.js";
/** From when a cohort counts: the first communication, or the day the customer was first known. */
export const ORIGINS = ['first_communication', 'creation'];
/** Within how many days of its origin a customer must convert; `none` is without limit. */
export const DAYS = ['30', '90', '180', '365', 'none'];
/** The most dimensions one question may have. */
export const MOST_DIMENSIONS = 3;
/** Said in place of dimensions by who wants the total and nothing else. */
const TOTAL_ALONE = 'none';
/** Decides a question; what is not in the registry is refused beside its field. */
export function questionOf(key, input, actor, setting) {
    const report = reportOf(key);
    if (!report)
        throw notFound();
    const today = localDateOf(setting.now, actor.organisation.timeZone);
    const { isCohort } = report.measure;
    const days = input.days ?? (isCohort ? '90' : 'none');
    return {
        report, actor, today, askedAt: setting.now, weekStartsOn: setting.weekStartsOn,
        ...chosenPeriod(input, today),
        by: breakdown(report, input.by ?? report.by, setting.fields),
        filters: filtersOf(report, input, setting.fields),
        origin: isCohort ? (input.origin ?? 'first_communication') : null,
        days: days === 'none' ? null : Number(days),
        isCompared: input.compare ?? false,
    };
}
function chosenPeriod(input, today) {
    if (input.from === undefined && input.until === undefined) {
        const periodName = input.period ?? 'last-12-months';
        return { periodName, period: namedPeriod(periodName, today) };
    }
    if (input.period !== undefined)
        throw invalid('period', 'period_or_days');
    if (input.from === undefined)
        throw invalid('from', 'required');
    if (input.until === undefined)
        throw invalid('until', 'required');
    return { periodName: null, period: periodOf(input.from, input.until) };
}
/** The dimensions that a report offers, custom fields included. */
export function dimensionsOf(report, fields) {
    const known = (key) => places(report).flatMap((source) => DIMENSIONS[source]).find((dimension) => dimension.key === key);
    const own = report.hasFields ? fields.map(fieldDimension) : [];
    return [...report.dimensions.flatMap((key) => known(key) ?? []), ...own];
}
/** What a report can be filtered by: what its rows have, and every attribute of their customers. */
export function filterDimensions(report, fields) {
    const contact = countsContacts(report) ? DIMENSIONS.contact : [];
    return [...contact, ...DIMENSIONS.customer, ...fields.map(fieldDimension)];
}
/** The parts of the measure that this question needs: who was never contacted is missing only where first communications are the origin. */
export const partsOf = ({ report, origin }) => report.measure.parts.filter(({ relation }) => relation !== 'uncontacted' || origin === 'first_communication');
const countsContacts = (report) => report.measure.parts.some(({ relation }) => relation === 'contacts' || relation === 'contacted');
const places = (report) => (report.measure.isCohort ? ['time', 'customer', 'journey'] : ['time', 'contact', 'customer']);
function breakdown(report, keys, fields) {
    if (keys.join() === TOTAL_ALONE)
        return [];
    const offered = dimensionsOf(report, fields);
    if (keys.length > MOST_DIMENSIONS)
        throw invalid('by', 'too_many', { max: MOST_DIMENSIONS });
    const chosen = keys.map((key) => {
        const dimension = offered.find((one) => one.key === key);
        if (!dimension)
            throw invalid('by', 'bad_value');
        return dimension;
    });
    if (chosen.filter(({ kind }) => kind === 'time').length > 1)
        throw invalid('by', 'one_time_dimension');
    return chosen;
}
function fieldDimension(field) {
    const isWord = field.kind !== 'text';
    const values = field.kind === 'boolean' ? YES_NO : Object.fromEntries(field.choices.map(({ key, names }) => [key, names]));
    return { key: `${FIELD_PREFIX}${field.key}`, names: field.names, source: 'customer', kind: isWord ? 'word' : 'text', sql: '', field: field.key, ...(isWord ? { values } : {}) };
}
/** Reads `dimension:value`; an empty value is "not recorded". A text of another form names no dimension. */
export function split(text) {
    const [, key = '', value = ''] = /^((?:field:)?[a-z0-9_]+):(.*)$/s.exec(text) ?? [];
    return [key, value || null];
}
function filtersOf(report, input, fields) {
    const offered = filterDimensions(report, fields);
    const given = new Map();
    for (const text of input.filter ?? []) {
        const [key, value] = split(text);
        given.set(key, [...(given.get(key) ?? []), value]);
    }
    return [...given].map(([key, values]) => {
        const dimension = offered.find((one) => one.key === key);
        if (!dimension || values.some((value) => value !== null && !mayBe(dimension, value)))
            throw invalid('filter', 'bad_value');
        return { dimension, values };
    });
}
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/** Whether a text can be a value of the dimension, so that nothing else reaches a statement. */
export function mayBe({ kind, values, field }, value) {
    if (kind === 'reference')
        return UUID.test(value);
    if (kind === 'time')
        return isLocalDate(value);
    // A customer may still hold a choice that its field no longer offers.
    if (kind === 'word' && field === undefined)
        return Object.hasOwn(values ?? {}, value);
    return !value.includes('\0');
}

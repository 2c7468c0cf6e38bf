import { visibleCustomers } from "../../people/index.js";
/** The first day of the bucket of a time dimension that a day (an SQL expression) falls in. */
export function bucketOf(grain, day, weekStartsOn) {
    if (grain === 'day')
        return day;
    if (grain === 'month')
        return `date_trunc('month', ${day}::timestamp)::date`;
    // 1 January of year 1 was a Monday.
    return `(${day} - (${day} - date '0001-01-0${weekStartsOn}') % 7)`;
}
/** How long a bucket lasts, as an SQL interval. */
export const LENGTH_OF_BUCKET = { day: '1 day', week: '7 days', month: '1 month' };
/** What a dimension reads, over the relation's day for time and over the aliases f, c, e, m otherwise. */
export function expressionOf(dimension, day, { weekStartsOn }, parameters) {
    if (dimension.kind === 'time')
        return bucketOf(dimension.key, day, weekStartsOn);
    if (dimension.field !== undefined)
        return `nullif(c.fields ->> ${parameters.add(dimension.field)}, '')`;
    return dimension.sql;
}
/** The type of the column a dimension reads, so that its index can serve. */
const typeOf = ({ kind }) => (kind === 'reference' ? 'uuid' : kind === 'time' ? 'date' : 'text');
/** "Is one of these", where null is a value like any other. */
export function oneOf(expression, dimension, values, parameters) {
    const known = values.filter((value) => value !== null);
    const conditions = [
        ...(known.length ? [`${expression} = ANY(${parameters.add(known)}::${typeOf(dimension)}[])`] : []),
        ...(known.length < values.length ? [`${expression} IS NULL`] : []),
    ];
    return `(${conditions.join(' OR ')})`;
}
/** Scope and filters: what every statement of the question carries, with the customer under the alias c. */
export function conditionsOf(question, filters, parameters) {
    const scope = visibleCustomers(question.actor, 'c', parameters.next);
    parameters.addAll(scope.values);
    return [scope.sql, ...filters.map(({ dimension, values }) => oneOf(expressionOf(dimension, '', question, parameters), dimension, values, parameters))];
}

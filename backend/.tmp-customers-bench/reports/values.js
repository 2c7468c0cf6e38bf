import { visibleCustomers } from "../people/index.js";
import { labelOf, labelsQuery, valuesOf } from "./labels.js";
import { Parameters } from "./sql/parameters.js";
const MOST_VALUES = 100;
/** The values a filter offers: all of a fixed list, of references those with a label, of texts those that visible customers have. */
export async function offeredValues(read, dimension, actor, text) {
    const values = await valuesOf(read, dimension, await keysOf(read, dimension, actor, text), actor.language);
    const wanted = text.toLowerCase();
    return values.filter((value) => labelOf(value, actor.language).toLowerCase().includes(wanted)).slice(0, MOST_VALUES);
}
async function keysOf(read, dimension, actor, text) {
    if (dimension.kind === 'word')
        return Object.keys(dimension.values ?? {});
    const query = dimension.kind === 'reference' ? labelsQuery(dimension.labels ?? '', null) : textsQuery(dimension, actor, text);
    return (await read(query)).map(({ key }) => key);
}
function textsQuery(dimension, actor, text) {
    const parameters = new Parameters();
    const scope = visibleCustomers(actor, 'c', parameters.next);
    parameters.addAll(scope.values);
    const value = dimension.field === undefined ? dimension.sql : `nullif(c.fields ->> ${parameters.add(dimension.field)}, '')`;
    const holds = `position(lower(${parameters.add(text)}) in lower(v.key)) > 0`;
    return { text: `SELECT v.key FROM customer_facts c CROSS JOIN LATERAL (SELECT ${value} AS key) v WHERE ${scope.sql} AND ${holds} GROUP BY v.key ORDER BY count(*) DESC, v.key LIMIT ${MOST_VALUES}`, values: parameters.values };
}

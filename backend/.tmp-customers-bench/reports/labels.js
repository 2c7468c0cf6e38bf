import { nameIn } from "../kernel/index.js";
/** Finds the labels of references. */
export const labelsQuery = (kind, keys) => ({
    text: `SELECT key, label, names, position FROM report_labels WHERE kind = $1 AND ($2::text[] IS NULL OR key = ANY($2::text[]))`,
    values: [kind, keys],
});
/** What a value is called in a language; empty for "not recorded". */
export const labelOf = ({ key, label, names }, language) => label ?? (names ? nameIn(names, language) : (key ?? ''));
/** The values that occur in a dimension, in the order in which people expect them; "not recorded" comes last. */
export async function valuesOf(read, dimension, keys, language) {
    const known = [...new Set(keys)].filter((key) => key !== null);
    const none = keys.includes(null) ? [{ key: null, label: null, names: null }] : [];
    return [...(dimension.kind === 'reference' ? await references(read, dimension, known, language) : inOrder(dimension, known, language)), ...none];
}
async function references(read, { labels }, keys, language) {
    const found = new Map((await read(labelsQuery(labels ?? '', keys))).map((row) => [row.key, row]));
    const rows = keys.map((key) => found.get(key) ?? { key, label: key, names: null, position: 0 });
    rows.sort((a, b) => a.position - b.position || labelOf(a, language).localeCompare(labelOf(b, language), language));
    return rows.map(({ key, label, names }) => ({ key, label, names }));
}
function inOrder({ kind, values = {} }, keys, language) {
    const order = Object.keys(values);
    const place = (key) => (order.includes(key) ? order.indexOf(key) : order.length);
    const compare = (a, b) => (kind === 'time' ? (a < b ? -1 : 1) : place(a) - place(b) || a.localeCompare(b, language));
    return keys.toSorted(compare).map((key) => ({ key, label: null, names: values[key] ?? null }));
}
/** Sorts rows by their values in the order of the dimensions' own lists. */
export function inOrderOfValues(rows, values) {
    const places = values.map((list) => new Map(list.map(({ key }, i) => [key, i])));
    const placeOf = (row, i) => places[i]?.get(row.keys[i] ?? null) ?? 0;
    return rows.toSorted((a, b) => {
        const differs = values.findIndex((_, i) => placeOf(a, i) !== placeOf(b, i));
        return differs < 0 ? 0 : placeOf(a, differs) - placeOf(b, differs);
    });
}

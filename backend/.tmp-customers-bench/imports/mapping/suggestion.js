import { headerKey } from "./targets.js";
/** A mapping to begin with: columns by what their headers say, with the formats that fit what stands in them. */
export function suggestedMapping(columns, vocabulary) {
    const taken = new Set();
    const suggested = columns.flatMap((column) => {
        const target = bestTarget(column, vocabulary, taken);
        if (!target)
            return [];
        if (!target.isMany)
            taken.add(target.key);
        return [{ column: column.name, to: target.key, ...formatsOf(column, target) }];
    });
    return { columns: suggested, defaults: {} };
}
/** The date format and decimal mark that a column needs when it fills the target. */
export function formatsOf({ dateFormats, decimals }, { reading }) {
    if ((reading.as === 'day' || reading.as === 'moment') && dateFormats[0])
        return { format: dateFormats[0] };
    return reading.as === 'number' && decimals[0] === ',' ? { decimal: ',' } : {};
}
/** The target whose list of headers names the column earliest: `name` as the first word of a list beats it as the last. */
function bestTarget(column, { targets }, taken) {
    const header = headerKey(column.name);
    let best = null;
    let bestRank = Infinity;
    for (const target of targets.values()) {
        const rank = target.key === column.name ? -1 : target.headers.indexOf(header);
        const isFree = !taken.has(target.key) && fits(column, target) && (rank >= 0 || target.key === column.name);
        if (isFree && rank < bestRank)
            [best, bestRank] = [target, rank];
    }
    return best;
}
/** A column of dates is not suggested for what stands in no date format. */
function fits(column, { reading }) {
    if (column.filled === 0 || (reading.as !== 'day' && reading.as !== 'moment'))
        return true;
    return column.dateFormats.length > 0;
}

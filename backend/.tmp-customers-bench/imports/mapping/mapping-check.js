import { invalidFields } from "../../kernel/index.js";
import { cellReader } from "../rows/cells.js";
/** Refuses a mapping that names a column or target that is not there, fills one target twice, leaves a required one empty, or has a default that can not be read. */
export function checkMapping(kind, mapping, columns, vocabulary) {
    const errors = [...columnErrors(mapping, columns, vocabulary), ...defaultErrors(mapping, vocabulary), ...missingTargets(kind, mapping, vocabulary)];
    if (errors.length)
        throw invalidFields(errors);
}
function columnErrors(mapping, columns, { targets }) {
    const names = new Set(columns.map(({ name }) => name));
    const filled = new Set();
    return mapping.columns.flatMap(({ column, to, format }, i) => {
        const target = targets.get(to);
        if (!names.has(column))
            return [{ field: `columns.${i}.column`, code: 'no_such_column', params: { column } }];
        if (!target)
            return [{ field: `columns.${i}.to`, code: 'no_such_target', params: { target: to } }];
        const isTwice = filled.has(to) && !target.isMany;
        filled.add(to);
        if (isTwice)
            return [{ field: `columns.${i}.to`, code: 'target_filled_twice', params: { column } }];
        const isDay = target.reading.as === 'day' || target.reading.as === 'moment';
        return isDay && !format ? [{ field: `columns.${i}.format`, code: 'date_format_required', params: { column } }] : [];
    });
}
function defaultErrors({ defaults }, vocabulary) {
    return Object.entries(defaults).flatMap(([key, text]) => {
        const target = vocabulary.targets.get(key);
        if (!target)
            return [{ field: `defaults.${key}`, code: 'no_such_target', params: { target: key } }];
        if (!text.trim())
            return [];
        const reading = cellReader(target, {}, vocabulary)(text.trim());
        return 'issue' in reading ? [{ field: `defaults.${key}`, ...reading.issue }] : [];
    });
}
/** A custom field that is required of customers is asked of each row, because an update need not repeat it. */
function missingTargets(kind, mapping, { targets }) {
    const filled = new Set([...mapping.columns.map(({ to }) => to), ...Object.keys(mapping.defaults).filter((key) => mapping.defaults[key]?.trim())]);
    const missing = [...targets.values()].filter(({ key, isRequired }) => isRequired && !key.startsWith('field:') && !filled.has(key)).map(({ key }) => key);
    if (kind === 'communications' && !filled.has('customerExternalId') && !filled.has('customerName'))
        missing.push('customerExternalId');
    return missing.map((key) => ({ field: key, code: 'target_required', params: { target: key } }));
}
/** The words in the file that the mapping leaves open, among those that the inspection kept. */
export function unknownWords(mapping, columns, vocabulary) {
    return mapping.columns.flatMap(({ column, to, ...given }) => {
        const target = vocabulary.targets.get(to);
        const inspected = columns.find(({ name }) => name === column);
        if (!inspected || (target?.reading.as !== 'word' && target?.reading.as !== 'words'))
            return [];
        const read = cellReader(target, { ...given, unknown: 'error' }, vocabulary);
        const words = inspected.values.filter((text) => 'issue' in read(text.normalize('NFC')));
        return words.length ? [{ column, to, words, isComplete: !inspected.hasMore }] : [];
    });
}

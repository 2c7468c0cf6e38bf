import { cellReader } from "./cells.js";
const SHOWN_CHARACTERS = 200;
/** An issue of a cell, with as much of it as is shown. */
export const issueOf = (column, code, params = {}, value = '') => ({ column, code, params, value: value.slice(0, SHOWN_CHARACTERS) });
/** Reads rows as a mapping says; made once per file. */
export class RowReader {
    constructor(mapping, columns, vocabulary) {
        this.width = columns.length;
        this.columns = mapping.columns.flatMap(({ column, to, ...given }) => {
            const at = columns.findIndex(({ name }) => name === column);
            const target = vocabulary.targets.get(to);
            return at >= 0 && target ? [{ at, name: column, target, read: cellReader(target, given, vocabulary) }] : [];
        });
        this.columnOf = new Map(this.columns.map(({ target, name }) => [target.key, name]));
        this.defaults = Object.entries(mapping.defaults).flatMap(([key, text]) => {
            const target = vocabulary.targets.get(key);
            const reading = target && text.trim() ? cellReader(target, {}, vocabulary)(text.trim()) : null;
            return target && reading && 'value' in reading && reading.value !== null ? [[target, reading.value]] : [];
        });
    }
    /** The name of the column that fills the target; the target's key where none does. */
    columnFor(key) {
        return this.columnOf.get(key) ?? key;
    }
    /** The values of one row, defaults where cells are empty. */
    read({ line, cells }) {
        const values = new Map();
        const tags = [];
        const issues = [];
        if (cells.length > this.width && cells.slice(this.width).some((cell) => cell.trim() !== ''))
            issues.push(issueOf('', 'too_many_cells', { expected: this.width, found: cells.length }));
        for (const { at, name, target, read } of this.columns) {
            const text = (cells[at] ?? '').trim().normalize('NFC');
            if (text === '')
                continue;
            const reading = read(text);
            if ('issue' in reading)
                issues.push(issueOf(name, reading.issue.code, reading.issue.params, text));
            else
                keep(values, target, reading.value);
            if ('tags' in reading && reading.tags)
                tags.push(...reading.tags);
        }
        this.fillIn(values, issues);
        return { line, values, tags, issues };
    }
    fillIn(values, issues) {
        const atFault = new Set(issues.map(({ column }) => column));
        for (const [target, value] of this.defaults) {
            if (target.key === 'tags')
                values.set('tags', [...(values.get('tags') ?? []), ...value]);
            else if (!values.has(target.key) && !atFault.has(this.columnFor(target.key)))
                values.set(target.key, target.isMany ? [value] : value);
        }
    }
}
function keep(values, target, value) {
    if (value === null)
        return;
    if (!target.isMany)
        values.set(target.key, value);
    else
        values.set(target.key, [...(values.get(target.key) ?? []), ...(Array.isArray(value) ? value : [value])]);
}

import { addDays } from "../kernel/index.js";
import { tooManyRows } from "./refusals.js";
import { partsOf } from "./question.js";
import { MOST_ROWS, bucketsQuery, changesQuery, numbersQuery } from "./sql/numbers.js";
/** Reads the numbers of a question in a period, broken down by the given dimensions. The total is a question of its own. */
export async function readNumbers(read, question, period, by) {
    const parts = partsOf(question);
    const total = {};
    for (const part of parts)
        Object.assign(total, numbersOf(part, (await read(numbersQuery(part, question, period, [])))[0]));
    if (!by.length)
        return { rows: [], total, buckets: [] };
    const shown = parts.filter(({ relation }) => relation !== 'uncontacted' || by.every(({ source }) => source !== 'journey'));
    const time = by.findIndex(({ kind }) => kind === 'time');
    const readings = [];
    for (const part of shown) {
        const isRunning = part.relation === 'stock' && time >= 0;
        const rows = await read(isRunning ? changesQuery(question, period, by) : numbersQuery(part, question, period, by));
        if (rows.length > MOST_ROWS)
            throw tooManyRows(MOST_ROWS);
        readings.push({ part, isRunning, entries: rows.map((row) => ({ keys: keysOf(row, by.length), numbers: numbersOf(part, row) })) });
    }
    const days = readings.flatMap(({ entries }) => entries.flatMap(({ keys }) => keys[time] ?? []));
    const buckets = time < 0 ? [] : await bucketsOf(read, question, period, by[time]?.key ?? '', days);
    const table = new Map();
    for (const { part, isRunning, entries } of readings)
        fill(table, part, isRunning ? runningSums(entries, time, buckets) : entries);
    if (by.length === 1)
        for (const bucket of buckets)
            rowAt(table, [bucket]);
    if (table.size > MOST_ROWS)
        throw tooManyRows(MOST_ROWS);
    const nothing = Object.fromEntries(shown.flatMap(({ columns }) => columns.map(({ key }) => [key, 0])));
    return { rows: [...table.values()].map(({ keys, numbers }) => ({ keys, numbers: { ...nothing, ...numbers } })), total, buckets };
}
const keysOf = (row, count) => Array.from({ length: count }, (_, i) => row[`k${i}`] ?? null);
const numbersOf = ({ columns }, row) => Object.fromEntries(columns.map(({ key }, i) => [key, row?.[`n${i}`] ?? 0]));
function rowAt(table, keys) {
    const name = JSON.stringify(keys);
    let row = table.get(name);
    if (!row)
        table.set(name, (row = { keys, numbers: {} }));
    return row;
}
function fill(table, { columns }, entries) {
    for (const { keys, numbers } of entries)
        for (const { key } of columns)
            rowAt(table, keys).numbers[key] = numbers[key] ?? 0;
}
/** Buckets from the period's first day (of all time: from the first fact) to today or the last fact, whichever is later. */
async function bucketsOf(read, question, { from, until }, grain, days) {
    const facts = [...days].sort();
    const first = question.periodName === 'all' ? facts[0] : from;
    const last = [facts.at(-1) ?? '', question.today < until ? question.today : addDays(until, -1)].sort().at(-1);
    if (first === undefined || last === undefined || last < first)
        return [];
    const buckets = (await read(bucketsQuery(grain, first, last, question))).map(({ bucket }) => bucket);
    if (buckets.length > MOST_ROWS)
        throw tooManyRows(MOST_ROWS);
    return buckets.filter((bucket) => bucket < until);
}
/** From changes per bucket to what there is at the end of each bucket, for each value of the other dimensions. */
function runningSums(entries, time, buckets) {
    const changes = new Map();
    const others = new Map();
    for (const { keys, numbers } of entries) {
        Object.assign(rowAt(changes, keys).numbers, numbers);
        rowAt(others, keys.toSpliced(time, 1));
    }
    return [...others.values()].flatMap(({ keys: other }) => {
        let sum = {};
        return buckets.map((bucket) => {
            const keys = other.toSpliced(time, 0, bucket);
            const change = changes.get(JSON.stringify(keys))?.numbers ?? {};
            sum = Object.fromEntries([...new Set([...Object.keys(sum), ...Object.keys(change)])].map((key) => [key, (sum[key] ?? 0) + (change[key] ?? 0)]));
            return { keys, numbers: sum };
        });
    });
}

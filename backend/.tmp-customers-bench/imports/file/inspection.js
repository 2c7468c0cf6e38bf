import { DATE_FORMATS, readMoment } from "../mapping/date-formats.rules.js";
import { DECIMAL_MARKS, readNumber } from "../mapping/numbers.rules.js";
import { columnNames } from "./csv.js";
const MAX_VALUES = 100;
const MAX_VALUE_CHARACTERS = 120;
const MAX_COLUMNS = 200;
class ColumnProfile {
    constructor(name) {
        this.name = name;
        this.values = new Set();
        this.hasMore = false;
        this.filled = 0;
        this.dateFormats = DATE_FORMATS;
        this.decimals = DECIMAL_MARKS;
    }
    see(cell) {
        const text = cell.trim();
        if (text === '')
            return;
        this.filled++;
        const isKnown = this.values.has(text);
        if (isKnown)
            return;
        if (this.values.size < MAX_VALUES)
            this.values.add(text.slice(0, MAX_VALUE_CHARACTERS));
        else
            this.hasMore = true;
        if (this.dateFormats.length)
            this.dateFormats = this.dateFormats.filter((format) => readMoment(text, format));
        if (this.decimals.length)
            this.decimals = this.decimals.filter((mark) => readNumber(text, mark) !== null);
    }
    result() {
        const { name, filled, hasMore } = this;
        const isKnown = filled > 0;
        return { name, values: [...this.values], hasMore, filled, dateFormats: isKnown ? [...this.dateFormats] : [], decimals: isKnown ? [...this.decimals] : [] };
    }
}
/** Reads a whole file once: its columns, what stands in them, and how many rows there are. Columns beyond 200 are left out. */
export async function inspect(rows) {
    let profiles = null;
    let rowsTotal = 0;
    for await (const { cells } of rows) {
        if (!profiles) {
            profiles = columnNames(cells).slice(0, MAX_COLUMNS).map((name) => new ColumnProfile(name));
            continue;
        }
        rowsTotal++;
        for (const [i, profile] of profiles.entries())
            profile.see(cells[i] ?? '');
    }
    return { columns: (profiles ?? []).map((profile) => profile.result()), rowsTotal };
}

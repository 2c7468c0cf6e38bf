import { DATE_FORMATS, type DateFormat, readMoment } from '../mapping/date-formats.rules.ts';
import { DECIMAL_MARKS, type DecimalMark, readNumber } from '../mapping/numbers.rules.ts';
import { type CsvRow, columnNames } from './csv.ts';

/** What stands in a column of the file. */
export interface InspectedColumn {
  name: string;
  /** Distinct values in the order in which they come; a person sees the first few, words are mapped from all. */
  values: string[];
  /** True when there are more distinct values than are kept. */
  hasMore: boolean;
  /** Cells that are not empty. */
  filled: number;
  /** The date formats that fit every cell, likeliest first; empty when it is no column of dates. */
  dateFormats: DateFormat[];
  /** The decimal marks that fit every cell; empty when it is no column of numbers. */
  decimals: DecimalMark[];
}

/** A file as far as one reading tells. */
export interface Inspection {
  columns: InspectedColumn[];
  rowsTotal: number;
}

const MAX_VALUES = 100;
const MAX_VALUE_CHARACTERS = 120;
const MAX_COLUMNS = 200;

class ColumnProfile {
  private readonly values = new Set<string>();
  private hasMore = false;
  private filled = 0;
  private dateFormats: readonly DateFormat[] = DATE_FORMATS;
  private decimals: readonly DecimalMark[] = DECIMAL_MARKS;

  constructor(private readonly name: string) {}

  see(cell: string): void {
    const text = cell.trim();
    if (text === '') return;
    this.filled++;
    const isKnown = this.values.has(text);
    if (isKnown) return;
    if (this.values.size < MAX_VALUES) this.values.add(text.slice(0, MAX_VALUE_CHARACTERS));
    else this.hasMore = true;
    if (this.dateFormats.length) this.dateFormats = this.dateFormats.filter((format) => readMoment(text, format));
    if (this.decimals.length) this.decimals = this.decimals.filter((mark) => readNumber(text, mark) !== null);
  }

  result(): InspectedColumn {
    const { name, filled, hasMore } = this;
    const isKnown = filled > 0;
    return { name, values: [...this.values], hasMore, filled, dateFormats: isKnown ? [...this.dateFormats] : [], decimals: isKnown ? [...this.decimals] : [] };
  }
}

/** Reads a whole file once: its columns, what stands in them, and how many rows there are. Columns beyond 200 are left out. */
export async function inspect(rows: AsyncIterable<CsvRow>): Promise<Inspection> {
  let profiles: ColumnProfile[] | null = null;
  let rowsTotal = 0;
  for await (const { cells } of rows) {
    if (!profiles) {
      profiles = columnNames(cells).slice(0, MAX_COLUMNS).map((name) => new ColumnProfile(name));
      continue;
    }
    rowsTotal++;
    for (const [i, profile] of profiles.entries()) profile.see(cells[i] ?? '');
  }
  return { columns: (profiles ?? []).map((profile) => profile.result()), rowsTotal };
}

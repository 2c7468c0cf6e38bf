import { CsvError, type Parser, parse } from 'csv-parse';
import { Refusal } from '../../kernel/index.ts';
import { restoredCell } from '../../platform/csv/csv.ts';

/** A row of the file that is not empty. */
export interface CsvRow {
  /** Line of the file on which it starts, 1 being the first. */
  readonly line: number;
  readonly cells: readonly string[];
}

const MAX_ROW_CHARACTERS = 500_000;

/** The rows of a CSV text, header included, without the apostrophes that our own files put before what looks like a formula; quotes that are never closed and endless rows are refused (422 `bad_csv` with the line). */
export async function* rowsOf(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MAX_ROW_CHARACTERS,
  });
  let line = 1;
  try {
    for await (const records of recordsOf(parser, text)) {
      for (const cells of records) {
        if (cells.some((cell) => cell.trim() !== '')) yield { line, cells: cells.map((cell) => restoredCell(cell)) };
        // The parser's own count of lines takes a line break inside quotes for two.
        line += 1 + breaksIn(cells);
      }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('bad_csv', 422, [], { line });
    throw error;
  } finally {
    parser.destroy();
  }
}

/** Feeds the parser by hand: what it read before an error is still seen, so that the error has its line. */
async function* recordsOf(parser: Parser, text: AsyncIterable<string>): AsyncGenerator<string[][]> {
  const failures: Error[] = [];
  const refuseFailed = (): void => {
    if (failures[0]) throw failures[0];
  };
  const over = new Promise<void>((resolve) => {
    parser.once('end', resolve);
    parser.once('error', (error: Error) => {
      failures.push(error);
      resolve();
    });
  });
  const read = (): string[][] => {
    const records: string[][] = [];
    for (let record: unknown = parser.read(); record !== null; record = parser.read()) records.push(record as string[]);
    return records;
  };
  for await (const part of text) {
    if (part !== '') parser.write(part);
    yield read();
    refuseFailed();
  }
  parser.end();
  const rest = new Promise((resolve) => setImmediate(resolve));
  await Promise.race([over, rest]);
  yield read();
  await over;
  refuseFailed();
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) if (/[\r\n]/.test(cell)) breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  return breaks;
}

/** The names of the columns: trimmed, numbered where one is empty or comes twice, cut to 200 characters. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, i) => {
    const name = cell.trim().normalize('NFC').slice(0, 190) || `#${i + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

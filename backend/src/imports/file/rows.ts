import type { DataSource } from 'typeorm';
import type { Import } from '../import.entity.ts';
import { type CsvRow, rowsOf } from './csv.ts';
import { type Encoding, decoded } from './encoding.ts';
import { storedPieces } from './pieces.ts';
import { Spreadsheet } from './sheet/spreadsheet.ts';

/** The rows of an uploaded file that are not empty, its header first: the same whether it is text or a spreadsheet. */
export async function* rowsIn(source: DataSource, { id, format, sheet, encoding, delimiter }: Pick<Import, 'id' | 'format' | 'sheet' | 'encoding' | 'delimiter'>): AsyncGenerator<CsvRow> {
  if (format === 'xlsx') yield* (await Spreadsheet.of(source, id)).rows(sheet ?? '');
  else yield* rowsOf(decoded(storedPieces(source, id), encoding as Encoding), delimiter);
}

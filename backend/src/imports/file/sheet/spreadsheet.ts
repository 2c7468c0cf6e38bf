import type { DataSource } from 'typeorm';
import { malformed } from '../../../kernel/index.ts';
import type { CsvRow } from '../csv.ts';
import { StoredFile } from '../pieces.ts';
import { damaged } from './damaged.ts';
import { sharedTexts, sheetRows } from './sheet-rows.ts';
import { type Workbook, workbookOf } from './workbook.ts';
import { type ZipParts, partsOf, unpacked } from './zip.ts';

const MAX_SHEET_MEGABYTES = 512;
const MAX_TEXTS_MEGABYTES = 160;

/** A stored .xlsx file: its sheets, and their rows as the rows of a CSV file are. It is read as it is unpacked, never held as a whole but for the texts that its cells share. */
export class Spreadsheet {
  private constructor(
    private readonly file: StoredFile,
    private readonly parts: ZipParts,
    private readonly workbook: Workbook,
  ) {}

  /** Opens the file of an import; refuses what is no such spreadsheet (422 `bad_spreadsheet`). */
  static async of(source: DataSource, importId: string): Promise<Spreadsheet> {
    const file = await StoredFile.of(source, importId);
    const parts = await partsOf(file);
    return new Spreadsheet(file, parts, await workbookOf(file, parts));
  }

  /** Names of the sheets in their order; hidden ones only where there is no other. */
  get sheets(): string[] {
    const shown = this.workbook.sheets.filter(({ isHidden }) => !isHidden);
    return (shown.length ? shown : this.workbook.sheets).map(({ name }) => name);
  }

  /** The rows of a sheet that are not empty; refuses a sheet that is not there (400 `no_such_sheet`), and one that is too large when it is unpacked (413 `spreadsheet_too_large`). */
  async *rows(sheetName: string): AsyncGenerator<CsvRow> {
    const sheet = this.workbook.sheets.find(({ name }) => name === sheetName);
    if (!sheet) throw malformed('no_such_sheet');
    const part = this.parts.get(sheet.part);
    if (!part) throw damaged();
    const shared = this.workbook.texts === null ? undefined : this.parts.get(this.workbook.texts);
    const texts = shared ? await sharedTexts(unpacked(this.file, shared, MAX_TEXTS_MEGABYTES)) : [];
    yield* sheetRows(unpacked(this.file, part, MAX_SHEET_MEGABYTES), this.workbook, texts);
  }
}

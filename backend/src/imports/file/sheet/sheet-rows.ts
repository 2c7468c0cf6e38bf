import { restoredCell } from '../../../platform/csv/csv.ts';
import type { CsvRow } from '../csv.ts';
import { columnOf, plainNumber, textOfIsoDate, textOfNumber, unescaped } from './cell-texts.rules.ts';
import { damaged } from './damaged.ts';
import type { Workbook } from './workbook.ts';
import { type XmlSeer, readXml } from './xml.ts';

/** As many columns as a sheet can have. */
const MAX_COLUMNS = 16_384;
const MAX_ROW_CHARACTERS = 500_000;
const SHORT = 12;
const WORDS: Readonly<Record<string, string>> = { 0: 'false', 1: 'true' };

/** The rows of a sheet that are not empty, as texts; `line` is the number of the row in the sheet. Endless rows are refused (422 `bad_spreadsheet` with the line). */
export async function* sheetRows(parts: AsyncIterable<Buffer>, workbook: Workbook, texts: readonly string[]): AsyncGenerator<CsvRow> {
  const sheet = new SheetSeer(workbook, texts);
  for await (const _portion of readXml(parts, sheet)) yield* sheet.taken();
}

/** The texts that cells share, in their order. */
export async function sharedTexts(parts: AsyncIterable<Buffer>): Promise<string[]> {
  const texts: string[] = [];
  const words = new Words(['t']);
  const seer: XmlSeer = {
    open: (name) => words.open(name),
    text: (text) => words.text(text),
    close: (name) => {
      words.close(name);
      if (name === 'si') texts.push(unpinned(unescaped(words.take())));
    },
  };
  for await (const _portion of readXml(parts, seer)) continue;
  return texts;
}

/** A long text is a view into the portion it came with, all of which would stay in memory with it. */
const unpinned = (text: string): string => (text.length > SHORT ? Buffer.from(text).toString() : text);

/** Collects the text inside of some elements; how a word is spoken (`rPh`) is no part of it. */
class Words {
  private collected = '';
  private depth = 0;
  private isSpoken = false;

  constructor(private readonly elements: readonly string[]) {}

  open(name: string): void {
    if (name === 'rPh') this.isSpoken = true;
    else if (this.elements.includes(name)) this.depth++;
  }

  close(name: string): void {
    if (name === 'rPh') this.isSpoken = false;
    else if (this.elements.includes(name)) this.depth--;
  }

  text(text: string): void {
    if (this.depth > 0 && !this.isSpoken) this.collected += text;
  }

  take(): string {
    const text = this.collected;
    this.collected = '';
    return text;
  }
}

class SheetSeer implements XmlSeer {
  private rows: CsvRow[] = [];
  private line = 0;
  private cells: string[] = [];
  private characters = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private readonly words = new Words(['v', 't']);

  constructor(
    private readonly workbook: Workbook,
    private readonly texts: readonly string[],
  ) {}

  taken(): CsvRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'row') this.begin(attribute('r'));
    else if (name === 'c') {
      this.column = columnOf(attribute('r')) ?? this.column + 1;
      this.type = attribute('t') ?? 'n';
      this.style = Number(attribute('s') ?? 0);
      this.words.take();
    } else this.words.open(name);
  }

  text(text: string): void {
    this.words.text(text);
  }

  close(name: string): void {
    if (name === 'c') this.keep(this.textOf(this.words.take()));
    else if (name === 'row') this.end();
    else this.words.close(name);
  }

  private begin(number: string | undefined): void {
    this.line = number === undefined ? this.line + 1 : Number(number);
    this.cells = [];
    this.characters = 0;
    this.column = -1;
  }

  private end(): void {
    if (this.cells.some((cell) => cell.trim() !== '')) this.rows.push({ line: this.line, cells: this.cells });
  }

  private keep(text: string): void {
    if (text === '') return;
    this.characters += text.length;
    if (this.column >= MAX_COLUMNS || this.characters > MAX_ROW_CHARACTERS) throw damaged({ line: this.line });
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = restoredCell(text);
  }

  private textOf(raw: string): string {
    if (raw === '') return '';
    switch (this.type) {
      case 's':
        return this.texts[Number(raw)] ?? '';
      case 'inlineStr':
      case 'str':
        return unescaped(raw);
      case 'b':
        return WORDS[raw] ?? raw;
      case 'd':
        return textOfIsoDate(raw);
      case 'n':
        return textOfNumber(raw, this.workbook.meanings[this.style] ?? 'number', this.workbook.is1904);
      default:
        return plainNumber(raw);
    }
  }
}

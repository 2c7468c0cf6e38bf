import { crc32, deflateRawSync } from 'node:zlib';

/** A cell of a test: a text that is shared, or whatever element stands there. */
export type TestCell = string | { xml: string } | null;
/** A sheet of a test. */
export interface TestSheet {
  name: string;
  rows: TestCell[][];
  isHidden?: boolean;
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
/** The address of a cell, `A1` being the first. */
export const address = (row: number, column: number): string => {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
};
/** A number with a style: 1 a day, 2 a moment, 3 a time, 4 a length of time, 5 eleven digits, 6 a built-in day. */
export const number = (value: number | string, style = 0): TestCell => ({ xml: `<c r="@" s="${style}"><v>${value}</v></c>` });

const STYLES = `<styleSheet><numFmts count="5"><numFmt numFmtId="164" formatCode="yyyy/m/d;@"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="166" formatCode="上午/下午h&quot;时&quot;mm"/>
  <numFmt numFmtId="167" formatCode="[h]:mm:ss"/><numFmt numFmtId="168" formatCode="00000000000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs>${[0, 164, 165, 166, 167, 168, 14].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;

/** An .xlsx file as spreadsheets write them. */
export function spreadsheet(sheets: readonly TestSheet[], { is1904 = false } = {}): Buffer {
  const texts: string[] = [];
  const cell = (content: TestCell, row: number, column: number): string => {
    if (content === null) return '';
    if (typeof content === 'object') return content.xml.replace('"@"', `"${address(row, column)}"`);
    return `<c r="${address(row, column)}" t="s"><v>${texts.push(content) - 1}</v></c>`;
  };
  const sheetXml = ({ rows }: TestSheet): string => `<worksheet><sheetData>${rows.map((cells, row) => `<row r="${row + 1}">${cells.map((content, column) => cell(content, row, column)).join('')}</row>`).join('\n')}</sheetData></worksheet>`;
  const parts = sheets.map((sheet, i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)]);
  return zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${TYPES}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="y" xmlns:r="${TYPES}"><x:workbookPr date1904="${is1904 ? 1 : 0}"/><x:sheets>${sheets.map(({ name, isHidden }, i) => `<x:sheet name="${escaped(name)}" sheetId="${i + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`).join('')}</x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_sheet, i) => `<Relationship Id="rId${i + 1}" Type="${TYPES}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}
      <Relationship Id="s" Type="${TYPES}/styles" Target="/xl/styles.xml"/><Relationship Id="t" Type="${TYPES}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ...Object.fromEntries(parts),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  });
}

/** A zip archive of texts. */
export function zip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const raw = typeof content === 'string' ? Buffer.from(HEAD + content) : content;
    const packed = deflateRawSync(raw);
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    const common = Buffer.alloc(22);
    [20, 0x800, 8, 0, 0].forEach((value, i) => common.writeUInt16LE(value, 2 * i));
    [crc32(raw), packed.length, raw.length].forEach((value, i) => common.writeUInt32LE(value, 10 + 4 * i));
    common.copy(head, 4);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    common.copy(entry, 6);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(head, title, packed);
    directory.push(entry, title);
    offset += head.length + title.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, index, end]);
}

import iconv from 'iconv-lite';
import { type CsvRow, columnNames, rowsOf } from './csv.ts';
import { delimiterOf } from './delimiter.rules.ts';
import { type Encoding, EncodingWatch, decoded } from './encoding.ts';

const CHINESE = '客户名称,联系电话\n上海某某科技有限公司,021-12345678\n王小明,13812345678\n';

function encodingOf(bytes: Buffer, pieceBytes = 7): Encoding {
  const watch = new EncodingWatch();
  for (let at = 0; at < bytes.length; at += pieceBytes) watch.see(bytes.subarray(at, at + pieceBytes));
  return watch.result();
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function* texts(...parts: string[]): AsyncGenerator<string> {
  for (const part of parts) yield await Promise.resolve(part);
}

async function all(rows: AsyncIterable<CsvRow>): Promise<CsvRow[]> {
  const list: CsvRow[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

describe('the encoding of a file', () => {
  it.each<[string, Buffer, Encoding]>([
    ['ASCII', Buffer.from('a,b\n1,2\n'), 'utf-8'], ['UTF-8', Buffer.from(CHINESE), 'utf-8'], ['UTF-8 with a mark', Buffer.from(`\uFEFF${CHINESE}`), 'utf-8'],
    ['GBK', iconv.encode(CHINESE.repeat(5), 'gbk'), 'gb18030'], ['GB18030', iconv.encode(`${CHINESE}𠀀𠀁`, 'gb18030'), 'gb18030'],
    ['Big5', iconv.encode('客戶名稱,電話\n台灣積體電路製造股份有限公司,02-12345678\n王小明,資訊部門的聯絡人與備註\n'.repeat(5), 'big5'), 'big5'],
    ['Windows', iconv.encode('Name;Straße\nMüller;Größe\nJosé;Français\n'.repeat(5), 'windows-1252'), 'windows-1252'],
    ['UTF-16', iconv.encode(CHINESE, 'utf-16le', { addBOM: true }), 'utf-16le'],
  ])('%s is known', (_name, bytes, encoding) => expect(encodingOf(bytes)).toBe(encoding));

  it('is that of the whole file, not of its beginning', () => {
    expect(encodingOf(Buffer.concat([Buffer.from('a,b\n'.repeat(50_000)), iconv.encode(CHINESE, 'gbk')]), 65_536)).toBe('gb18030');
  });

  it('refuses old spreadsheets and other binaries', () => {
    expect(() => encodingOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toThrow('old_spreadsheet');
    expect(() => encodingOf(Buffer.from('a\u0000b'))).toThrow('not_a_text_file');
  });

  it.each<[Encoding]>([['utf-8'], ['gb18030'], ['utf-16le']])('%s is decoded across pieces without its mark', async (encoding) => {
    let text = '';
    for await (const part of decoded(inPieces(iconv.encode(CHINESE, encoding, { addBOM: encoding !== 'gb18030' }), 3), encoding)) text += part;
    expect(text).toBe(CHINESE);
  });
});

describe('the cells of a file', () => {
  it.each<[string, string]>([
    ['a,b,c\n1,2,3\n', ','], ['a;b\n"1,5;x";2\n1,2;3\n', ';'], ['a\tb\n1\t2\n', '\t'], ['name;note\nx;a, b, c\ny;d, e, f\n', ';'], ['one column\nvalue\n', ','], ['"a;b",c;d\n"1",2\n', ','],
  ])('%j is cut at %j', (text, delimiter) => expect(delimiterOf(text)).toBe(delimiter));

  it('knows the line on which each row starts', async () => {
    expect(await all(rowsOf(texts('a,b\r\n1,2\r\n\r\n"x\r', '\ny","q""q"\r\n , \r\n4,5" wide\n6'), ','))).toEqual([
      { line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['1', '2'] }, { line: 4, cells: ['x\r\ny', 'q"q'] }, { line: 7, cells: ['4', '5" wide'] }, { line: 8, cells: ['6'] },
    ]);
  });

  it('refuses a quote that is never closed, with its line', async () => {
    await expect(all(rowsOf(texts('a,b\n1,2\n"3,4\n5,6'), ','))).rejects.toMatchObject({ code: 'bad_csv', params: { line: 3 } });
  });

  it('names columns that have no name or the same', () => expect(columnNames([' a ', '', 'a'])).toEqual(['a', '#2', 'a (2)']));
});

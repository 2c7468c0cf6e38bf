import type { StoredFile } from '../pieces.ts';
import { damaged } from './damaged.ts';
import { type NumberMeaning, builtInMeaning, meaningOfFormat } from './number-formats.rules.ts';
import { readAllXml } from './xml.ts';
import { type ZipParts, unpacked } from './zip.ts';

/** A sheet of a spreadsheet and the part of the archive that holds it. */
export interface Sheet {
  name: string;
  part: string;
  isHidden: boolean;
}

/** What a spreadsheet says about itself. */
export interface Workbook {
  sheets: Sheet[];
  /** Days count from 1904. */
  is1904: boolean;
  /** Part of the texts that cells share; null where there are none. */
  texts: string | null;
  /** What the numbers of a cell mean, by the cell's style. */
  meanings: NumberMeaning[];
}

/** Sheets whose rows can be imported: charts and macros are none. */
const WORKSHEET = /\/worksheet$/;
const MAX_MEGABYTES = 16;

interface Link {
  part: string;
  type: string;
}

/** Reads what an .xlsx file says of its sheets and number formats (ECMA-376 part 1, 18.2 and 18.8); 422 `bad_spreadsheet` where it is none. */
export async function workbookOf(file: StoredFile, parts: ZipParts): Promise<Workbook> {
  const main = [...(await linksOf(file, parts, '')).values()].find(({ type }) => type.endsWith('/officeDocument'))?.part ?? 'xl/workbook.xml';
  const links = await linksOf(file, parts, main);
  const workbook: Workbook = { sheets: [], is1904: false, texts: null, meanings: [] };
  await readPart(file, parts, main, (name, attribute) => {
    if (name === 'workbookPr') workbook.is1904 = isTrue(attribute('date1904'));
    if (name !== 'sheet') return;
    const link = links.get(attribute('r:id') ?? attribute('id') ?? '');
    if (link && WORKSHEET.test(link.type)) workbook.sheets.push({ name: (attribute('name') ?? '').trim().normalize('NFC'), part: link.part, isHidden: (attribute('state') ?? 'visible') !== 'visible' });
  });
  for (const { type, part } of links.values()) {
    if (type.endsWith('/sharedStrings')) workbook.texts = part;
    if (type.endsWith('/styles')) workbook.meanings = await meaningsOf(file, parts, part);
  }
  return workbook;
}

/** What belongs to a part of the archive, by the names under which the part speaks of it. */
async function linksOf(file: StoredFile, parts: ZipParts, part: string): Promise<Map<string, Link>> {
  const [folder, name] = [part.slice(0, part.lastIndexOf('/') + 1), part.slice(part.lastIndexOf('/') + 1)];
  const links = new Map<string, Link>();
  await readPart(file, parts, `${folder}_rels/${name}.rels`, (element, attribute) => {
    const [id, target] = [attribute('Id'), attribute('Target')];
    if (element === 'Relationship' && id && target) links.set(id, { part: target.startsWith('/') ? target.slice(1) : partBeside(folder, target), type: attribute('Type') ?? '' });
  });
  return links;
}

const partBeside = (folder: string, target: string): string => new URL(target, `file:///${folder}`).pathname.slice(1);

async function meaningsOf(file: StoredFile, parts: ZipParts, part: string): Promise<NumberMeaning[]> {
  const own = new Map<number, NumberMeaning>();
  const meanings: NumberMeaning[] = [];
  let isInCells = false;
  const close = (name: string): void => {
    if (name === 'cellXfs') isInCells = false;
  };
  await readPart(file, parts, part, (name, attribute) => {
    if (name === 'numFmt') own.set(Number(attribute('numFmtId')), meaningOfFormat(attribute('formatCode') ?? ''));
    if (name === 'cellXfs') isInCells = true;
    const id = Number(attribute('numFmtId') ?? 0);
    if (name === 'xf' && isInCells) meanings.push(own.get(id) ?? builtInMeaning(id));
  }, close);
  return meanings;
}

type Open = (name: string, attribute: (name: string) => string | undefined) => void;

async function readPart(file: StoredFile, parts: ZipParts, name: string, open: Open, close: (name: string) => void = () => undefined): Promise<void> {
  const part = parts.get(name);
  if (!part) throw damaged();
  await readAllXml(unpacked(file, part, MAX_MEGABYTES), { open, close });
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true' || text === 'on';

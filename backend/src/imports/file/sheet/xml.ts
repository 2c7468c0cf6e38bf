import { StringDecoder } from 'node:string_decoder';
import { Parser } from 'saxen';
import { damaged } from './damaged.ts';

/** What wants to know what stands in an XML text; names come without their prefix. */
export interface XmlSeer {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

// Longer than any text that a cell can hold, even with every character escaped.
const MAX_SILENCE = 1_048_576;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads XML as it comes, in bounded memory: entities of a document type are not followed, an endless text is refused (422 `bad_spreadsheet`). Yields after each
 * portion, so that the caller can hand on what it has seen and others get their turn.
 */
export async function* readXml(parts: AsyncIterable<Buffer>, seer: XmlSeer): AsyncGenerator<void> {
  const decoder = new StringDecoder('utf8');
  let silence = 0;
  const parser = parserFor(seer, () => (silence = 0));
  for await (const bytes of parts) {
    const text = decoder.write(bytes);
    silence += text.length;
    if (silence > MAX_SILENCE) throw damaged();
    parser.write(text);
    yield;
    await new Promise((resolve) => setImmediate(resolve));
  }
  parser.end();
  yield;
}

/** Reads all of a short XML text. */
export async function readAllXml(parts: AsyncIterable<Buffer>, seer: XmlSeer): Promise<void> {
  for await (const _portion of readXml(parts, seer)) continue;
}

function parserFor(seer: XmlSeer, heard: () => void): Parser {
  const parser = new Parser();
  parser.on('openTag', (name, attributes) => {
    heard();
    let read: Record<string, string> | null = null;
    seer.open?.(bare(name), (wanted) => attributeOf((read ??= attributes()), wanted));
  });
  parser.on('closeTag', (name) => {
    heard();
    seer.close?.(bare(name));
  });
  parser.on('text', (text) => seer.text?.(withoutEntities(text)));
  parser.on('cdata', (text) => seer.text?.(text));
  parser.on('error', () => {
    throw damaged();
  });
  return parser;
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributeOf(attributes: Record<string, string>, name: string): string | undefined {
  const value = attributes[name];
  return value === undefined ? undefined : withoutEntities(value);
}

const withoutEntities = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (_all, decimal?: string, hex?: string, name?: string) => entity(decimal, hex, name)) : text;

function entity(decimal: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? '';
  const point = decimal === undefined ? parseInt(hex ?? '0', 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

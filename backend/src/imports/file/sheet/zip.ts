import { Readable, pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { tooLarge } from '../../../kernel/index.ts';
import type { StoredFile } from '../pieces.ts';
import { damaged } from './damaged.ts';

/** A part of a zip archive. */
interface ZipPart {
  offset: number;
  packed: number;
  isDeflated: boolean;
}

/** The parts of a zip archive by their names. */
export type ZipParts = ReadonlyMap<string, ZipPart>;

const END_BYTES = 22;
const MAX_COMMENT = 65_535;
const MAX_DIRECTORY_BYTES = 4 * 1_048_576;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const MEGABYTE = 1_048_576;

/** Reads the directory at the end of a zip archive (APPNOTE.TXT 4.3); 422 `bad_spreadsheet` where there is none, or a part is encrypted. */
export async function partsOf(file: StoredFile): Promise<ZipParts> {
  const tail = await file.read(Math.max(0, file.size - END_BYTES - MAX_COMMENT), file.size);
  const at = lastEnd(tail);
  if (at < 0) throw damaged();
  const [bytes, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (bytes > MAX_DIRECTORY_BYTES || offset + bytes > file.size) throw damaged();
  return directoryOf(await file.read(offset, offset + bytes));
}

/** The unpacked bytes of a part as they come, counted as they come: whatever the archive says of their number, more than `megabytes` are refused (413 `spreadsheet_too_large`). */
export async function* unpacked(file: StoredFile, part: ZipPart, megabytes: number): AsyncGenerator<Buffer> {
  const head = await file.read(part.offset, part.offset + LOCAL_BYTES);
  if (head.length < LOCAL_BYTES || head.readUInt32LE(0) !== LOCAL) throw damaged();
  const from = part.offset + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = file.stream(from, from + part.packed);
  let total = 0;
  for await (const bytes of part.isDeflated ? inflated(packed) : packed) {
    total += bytes.length;
    if (total > megabytes * MEGABYTE) throw tooLarge('spreadsheet_too_large', { megabytes });
    yield bytes;
  }
}

async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  // The error comes out of the loop below, too.
  pipeline(Readable.from(packed), inflate, () => undefined);
  try {
    for await (const bytes of inflate) yield bytes as Buffer;
  } catch (error) {
    if ((error as { code?: unknown }).code?.toString().startsWith('Z_')) throw damaged();
    throw error;
  }
}

function directoryOf(bytes: Buffer): ZipParts {
  const parts = new Map<string, ZipPart>();
  for (let at = 0; at + 46 <= bytes.length && bytes.readUInt32LE(at) === ENTRY; ) {
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const [nameBytes, extraBytes, commentBytes] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes);
    const isReadable = (flags & 1) === 0 && (method === 0 || method === 8);
    if (isReadable) parts.set(name.replace(/^\//, ''), { offset: bytes.readUInt32LE(at + 42), packed: bytes.readUInt32LE(at + 20), isDeflated: method === 8 });
    at += 46 + nameBytes + extraBytes + commentBytes;
  }
  return parts;
}

function lastEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--) if (tail.readUInt32LE(at) === END) return at;
  return -1;
}

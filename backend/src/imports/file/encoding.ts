import chardet from 'chardet';
import iconv from 'iconv-lite';
import { malformed } from '../../kernel/index.ts';

/** The encodings in which a file can be read, as the person may also choose them. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const SAMPLE_BYTES = 65_536;
// GB18030 contains GBK and GB2312. What chardet calls a file, and how we read that.
const READ_AS: Readonly<Record<string, Encoding>> = { GB18030: 'gb18030', Big5: 'big5', 'windows-1252': 'windows-1252', 'ISO-8859-1': 'windows-1252' };
const VALIDATED = ['utf-8', 'gb18030', 'big5'] as const;
const SPREADSHEET = Buffer.from('PK\u0003\u0004', 'latin1');
const OLD_SPREADSHEET = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Watches the bytes of an upload go by and tells at the end whether it is a spreadsheet, else in which encoding it is: the whole file is looked at, not its beginning. */
export class EncodingWatch {
  private readonly sample: Buffer[] = [];
  private sampled = 0;
  private start: Buffer = Buffer.alloc(0);
  /** True when the file begins as an .xlsx file does. */
  isSpreadsheet = false;
  private readonly decoders = new Map(VALIDATED.map((name) => [name as Encoding, new TextDecoder(name, { fatal: true, ignoreBOM: true })]));

  /** Takes the next bytes; refuses a spreadsheet of the time before .xlsx or under a password, and other binary files (400 `old_spreadsheet`, `not_a_text_file`). */
  see(bytes: Buffer): void {
    if (this.start.length === 0) {
      this.isSpreadsheet = begins(bytes, SPREADSHEET);
      if (!this.isSpreadsheet) refuseBinary(bytes);
      this.start = bytes.subarray(0, 2);
    }
    if (this.isSpreadsheet) return;
    // Letters beyond ASCII tell encodings apart: the sample begins with the first of them.
    const first = this.sampled === 0 ? bytes.findIndex((byte) => byte > 0x7f) : 0;
    if (first >= 0 && this.sampled < SAMPLE_BYTES) {
      this.sample.push(bytes.subarray(first, first + SAMPLE_BYTES - this.sampled));
      this.sampled += bytes.length - first;
    }
    for (const [name, decoder] of this.decoders) if (!decodes(decoder, bytes)) this.decoders.delete(name);
  }

  /** UTF-16 by its mark, UTF-8 when every byte fits, else what chardet finds likeliest among the encodings that fit. */
  result(): Encoding {
    const marked = markOf(this.start);
    if (marked) return marked;
    for (const [name, decoder] of this.decoders) if (!decodes(decoder, null)) this.decoders.delete(name);
    if (this.decoders.has('utf-8')) return 'utf-8';
    const likely = chardet.analyse(Buffer.concat(this.sample)).flatMap(({ name }) => READ_AS[name] ?? []);
    const fits = (name: Encoding): boolean => this.decoders.has(name) || name === 'windows-1252';
    return likely.find(fits) ?? (this.decoders.has('gb18030') ? 'gb18030' : 'windows-1252');
  }
}

/** The text of the bytes, in pieces of some 32 kB so that nobody else waits long; a byte order mark is dropped. */
export async function* decoded(pieces: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += SLICE_BYTES) {
      yield decoder.write(piece.subarray(at, at + SLICE_BYTES));
      await breathe();
    }
  }
  yield decoder.end() ?? '';
}

const SLICE_BYTES = 32_768;
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function markOf(start: Buffer): Encoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null;
}

const begins = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

function refuseBinary(start: Buffer): void {
  if (begins(start, OLD_SPREADSHEET)) throw malformed('old_spreadsheet');
  if (!markOf(start) && start.subarray(0, 4_096).includes(0)) throw malformed('not_a_text_file');
}

function decodes(decoder: TextDecoder, bytes: Buffer | null): boolean {
  try {
    if (bytes) decoder.decode(bytes, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false;
  }
}

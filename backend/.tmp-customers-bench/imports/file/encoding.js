import chardet from 'chardet';
import iconv from 'iconv-lite';
import { malformed } from "../../kernel/index.js";
/** The encodings in which a file can be read, as the person may also choose them. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'windows-1252', 'utf-16le', 'utf-16be'];
const SAMPLE_BYTES = 65_536;
// GB18030 contains GBK and GB2312. What chardet calls a file, and how we read that.
const READ_AS = { GB18030: 'gb18030', Big5: 'big5', 'windows-1252': 'windows-1252', 'ISO-8859-1': 'windows-1252' };
const VALIDATED = ['utf-8', 'gb18030', 'big5'];
const SPREADSHEETS = [Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])];
/** Watches the bytes of an upload go by and tells at the end in which encoding they are: the whole file is looked at, not its beginning. */
export class EncodingWatch {
    constructor() {
        this.sample = [];
        this.sampled = 0;
        this.start = Buffer.alloc(0);
        this.decoders = new Map(VALIDATED.map((name) => [name, new TextDecoder(name, { fatal: true, ignoreBOM: true })]));
    }
    /** Takes the next bytes; refuses a spreadsheet or other binary file (400 `spreadsheet_not_csv`, `not_a_text_file`). */
    see(bytes) {
        if (this.start.length === 0) {
            refuseBinary(bytes);
            this.start = bytes.subarray(0, 2);
        }
        // Letters beyond ASCII tell encodings apart: the sample begins with the first of them.
        const first = this.sampled === 0 ? bytes.findIndex((byte) => byte > 0x7f) : 0;
        if (first >= 0 && this.sampled < SAMPLE_BYTES) {
            this.sample.push(bytes.subarray(first, first + SAMPLE_BYTES - this.sampled));
            this.sampled += bytes.length - first;
        }
        for (const [name, decoder] of this.decoders)
            if (!decodes(decoder, bytes))
                this.decoders.delete(name);
    }
    /** UTF-16 by its mark, UTF-8 when every byte fits, else what chardet finds likeliest among the encodings that fit. */
    result() {
        const marked = markOf(this.start);
        if (marked)
            return marked;
        for (const [name, decoder] of this.decoders)
            if (!decodes(decoder, null))
                this.decoders.delete(name);
        if (this.decoders.has('utf-8'))
            return 'utf-8';
        const likely = chardet.analyse(Buffer.concat(this.sample)).flatMap(({ name }) => READ_AS[name] ?? []);
        const fits = (name) => this.decoders.has(name) || name === 'windows-1252';
        return likely.find(fits) ?? (this.decoders.has('gb18030') ? 'gb18030' : 'windows-1252');
    }
}
/** The text of the bytes, in pieces of some 32 kB so that nobody else waits long; a byte order mark is dropped. */
export async function* decoded(pieces, encoding) {
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
const breathe = () => new Promise((resolve) => setImmediate(resolve));
function markOf(start) {
    if (start[0] === 0xff && start[1] === 0xfe)
        return 'utf-16le';
    return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null;
}
function refuseBinary(start) {
    if (SPREADSHEETS.some((magic) => start.subarray(0, magic.length).equals(magic)))
        throw malformed('spreadsheet_not_csv');
    if (!markOf(start) && start.subarray(0, 4_096).includes(0))
        throw malformed('not_a_text_file');
}
function decodes(decoder, bytes) {
    try {
        if (bytes)
            decoder.decode(bytes, { stream: true });
        else
            decoder.decode();
        return true;
    }
    catch {
        return false;
    }
}

import type { DataSource } from 'typeorm';
import { tooLarge } from '../../kernel/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';

/** Largest file that is accepted, in bytes. */
export const MAX_FILE_BYTES = 100 * 1_048_576;

const PIECE_BYTES = 262_144;
const insert = statement('import_piece_stored', 'INSERT INTO import_pieces (import_id, position, content) VALUES ($1, $2, $3)');
const select = statement('import_piece', 'SELECT content FROM import_pieces WHERE import_id = $1 AND position = $2');
const measure = statement('import_pieces_measured', 'SELECT coalesce(sum(octet_length(content)), 0)::int AS size FROM import_pieces WHERE import_id = $1');

/**
 * Stores an upload as it arrives, in pieces of one length but for the last, so that memory holds one of them and any place of the file is found again; `see` is
 * shown every byte. Refuses more than 100 MB (413).
 */
export async function storePieces(source: DataSource, importId: string, upload: AsyncIterable<Buffer>, see: (bytes: Buffer) => void): Promise<void> {
  let waiting: Buffer[] = [];
  let size = 0;
  let total = 0;
  let position = 0;
  for await (const bytes of upload) {
    total += bytes.length;
    if (total > MAX_FILE_BYTES) throw tooLarge('file_too_large', { megabytes: MAX_FILE_BYTES / 1_048_576 });
    see(bytes);
    waiting.push(bytes);
    size += bytes.length;
    if (size < PIECE_BYTES) continue;
    const whole = Buffer.concat(waiting);
    let at = 0;
    for (; whole.length - at >= PIECE_BYTES; at += PIECE_BYTES) await rows(source, insert, [importId, position++, whole.subarray(at, at + PIECE_BYTES)]);
    waiting = [whole.subarray(at)];
    size = whole.length - at;
  }
  if (size > 0) await rows(source, insert, [importId, position, Buffer.concat(waiting)]);
}

/** A stored file of which any part can be read. */
export class StoredFile {
  private constructor(
    private readonly source: DataSource,
    private readonly importId: string,
    /** In bytes. */
    readonly size: number,
  ) {}

  /** The file of an import; without a byte when it is gone. */
  static async of(source: DataSource, importId: string): Promise<StoredFile> {
    const [found] = await rows<{ size: number }>(source, measure, [importId]);
    return new StoredFile(source, importId, found?.size ?? 0);
  }

  /** The bytes from one place up to another, as far as the file has them, a piece at a time. */
  async *stream(from: number, until: number): AsyncGenerator<Buffer> {
    for (let at = from; at < Math.min(until, this.size); ) {
      const position = Math.floor(at / PIECE_BYTES);
      const [piece] = await rows<{ content: Buffer }>(this.source, select, [this.importId, position]);
      if (!piece) return;
      const start = position * PIECE_BYTES;
      yield piece.content.subarray(at - start, until - start);
      at = start + PIECE_BYTES;
    }
  }

  /** The same in one. */
  async read(from: number, until: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const bytes of this.stream(from, until)) parts.push(bytes);
    return Buffer.concat(parts);
  }
}

/** The pieces of a stored file in order. */
export async function* storedPieces(source: DataSource, importId: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const [piece] = await rows<{ content: Buffer }>(source, select, [importId, position]);
    if (!piece) return;
    yield piece.content;
  }
}

import { tooLarge } from "../../kernel/index.js";
import { rows, statement } from "../../platform/database/statements.js";
/** Largest file that is accepted, in bytes. */
export const MAX_FILE_BYTES = 100 * 1_048_576;
const PIECE_BYTES = 262_144;
const insert = statement('import_piece_stored', 'INSERT INTO import_pieces (import_id, position, content) VALUES ($1, $2, $3)');
const select = statement('import_piece', 'SELECT content FROM import_pieces WHERE import_id = $1 AND position = $2');
/** Stores an upload piece by piece as it arrives, so that memory holds one of them; `see` is shown every byte. Refuses more than 100 MB (413). */
export async function storePieces(source, importId, upload, see) {
    let waiting = [];
    let size = 0;
    let total = 0;
    let position = 0;
    const store = async () => {
        await rows(source, insert, [importId, position++, Buffer.concat(waiting)]);
        waiting = [];
        size = 0;
    };
    for await (const bytes of upload) {
        total += bytes.length;
        if (total > MAX_FILE_BYTES)
            throw tooLarge('file_too_large', { megabytes: MAX_FILE_BYTES / 1_048_576 });
        see(bytes);
        waiting.push(bytes);
        size += bytes.length;
        if (size >= PIECE_BYTES)
            await store();
    }
    if (size > 0)
        await store();
}
/** The pieces of a stored file in order. */
export async function* storedPieces(source, importId) {
    for (let position = 0;; position++) {
        const [piece] = await rows(source, select, [importId, position]);
        if (!piece)
            return;
        yield piece.content;
    }
}

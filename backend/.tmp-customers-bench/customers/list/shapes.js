import { createHash } from 'node:crypto';
import { freshRows, rows, statement } from "../../platform/database/statements.js";
/** Texts that are prepared by name on every connection; beyond that many a rare shape is planned anew instead. */
const MOST = 200;
/** Statements whose text is put together from fixed fragments: each shape that is asked for often enough has a name of its own and is prepared once. */
export class Shapes {
    constructor(family) {
        this.family = family;
        this.known = new Map();
    }
    /** Runs a text of ours with these values. */
    async rows(source, text, values) {
        const prepared = this.statementOf(text);
        return prepared ? rows(source, prepared, values) : freshRows(source, text, values);
    }
    statementOf(text) {
        const known = this.known.get(text);
        if (known)
            return known;
        if (this.known.size >= MOST)
            return null;
        const made = statement(`${this.family}_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`, text);
        this.known.set(text, made);
        return made;
    }
}

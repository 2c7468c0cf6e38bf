import { rows, statement } from "./statements.js";
/** A prepared statement whose parameters have names instead of numbers: for texts with more of them than a reader can count. */
export class NamedStatement {
    /** In `text` each `:word` is the value of that name; `::type` stays a cast. */
    constructor(name, text) {
        const found = [];
        const numbered = text.replaceAll(/(?<!:):([a-z]\w*)/gi, (_all, word) => `$${found.includes(word) ? found.indexOf(word) + 1 : found.push(word)}`);
        this.numbered = statement(name, numbered);
        this.parameters = found;
    }
    /** Runs it like `rows`. */
    rows(on, values) {
        return rows(on, this.numbered, this.parameters.map((name) => values[name]));
    }
}

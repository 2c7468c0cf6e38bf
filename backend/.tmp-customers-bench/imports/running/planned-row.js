/** The issues of reading a row, then those of its rules in columns that could be read. */
export function allIssues(row, ofRules) {
    const atFault = new Set(row.issues.map(({ column }) => column));
    return [...row.issues, ...ofRules.filter(({ column }) => !atFault.has(column))];
}
/** Remembers under which line something came first; answers that line when it comes again. */
export class Seen {
    constructor() {
        this.lines = new Map();
    }
    /** The earlier line of any of them, or null; all are remembered for this line. */
    before(identities, line) {
        const earlier = identities.map((identity) => this.lines.get(identity)).find((found) => found !== undefined);
        if (earlier !== undefined)
            return earlier;
        for (const identity of identities)
            this.lines.set(identity, line);
        return null;
    }
}

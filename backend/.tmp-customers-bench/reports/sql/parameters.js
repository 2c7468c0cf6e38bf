/** Collects the values of a statement: whatever comes from outside becomes `$n`, never a part of its text. */
export class Parameters {
    constructor() {
        this.values = [];
    }
    /** Adds a value and answers what stands for it in the text. */
    add(value) {
        this.values.push(value);
        return `$${this.values.length}`;
    }
    /** The number of the next parameter. */
    get next() {
        return this.values.length + 1;
    }
    /** Adds several values at once. */
    addAll(values) {
        this.values.push(...values);
    }
}

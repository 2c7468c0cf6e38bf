/** Collects the values of a statement: whatever comes from outside becomes `$n`, never a part of its text. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value and answers what stands for it in the text. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** The number of the next parameter. */
  get next(): number {
    return this.values.length + 1;
  }

  /** Adds several values at once. */
  addAll(values: readonly unknown[]): void {
    this.values.push(...values);
  }
}

/** A statement with its values. */
export interface Query {
  readonly text: string;
  readonly values: unknown[];
}

import type { Actor } from '../../people/index.ts';
import { visibleCustomersInShape } from '../../people/index.ts';

/** Conditions of a WHERE clause and the values they refer to, gathered one by one; texts are ours, what people typed is only ever a value. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** The number of a new parameter with this value, such as `$3`. */
  value = (value: unknown): string => `$${this.values.push(value)}`;

  /** One more condition. */
  and(sql: string): void {
    this.parts.push(sql);
  }

  /** The data scope of the actor on the customers called `alias`. */
  visible(actor: Actor, alias: string): void {
    const { sql, values } = visibleCustomersInShape(actor, alias, this.values.length + 1);
    this.values.push(...values);
    this.parts.push(sql);
  }

  /** The whole clause; true when there is no condition. */
  get sql(): string {
    return this.parts.length ? this.parts.join(' AND ') : 'true';
  }
}

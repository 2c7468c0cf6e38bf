import { Injectable, inject, signal } from '@angular/core';
import { Api, Problem, View } from '../../core/api';
import { Session } from '../../core/session';
import type { CustomerQuery } from './filters.rules';

type Row = View<'CustomerRow'>;
type Page = View<'CustomerPage'>;

const PAGE = 50;
const LARGEST = 100;

/** The rows that the list has read so far. They outlive the page, so that coming back from a customer shows the same place at once. */
@Injectable({ providedIn: 'root' })
export class CustomerRows {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly page = signal<Page | undefined>(undefined);
  private query: CustomerQuery = {};
  private key = '';
  private person = '';
  private reading: Promise<void> = Promise.resolve();
  // Answers to an older question are thrown away.
  private turn = 0;

  /** All rows read so far, and where the next ones begin. */
  readonly value = this.page.asReadonly();
  readonly isLoading = signal(false);
  readonly problem = signal<Problem | undefined>(undefined);
  readonly isLoadingMore = signal(false);
  readonly moreFailed = signal(false);

  /** Where the person was in the list: pixels scrolled, and the selected row. */
  place = { top: 0, selected: -1 };

  /** The list's address with its filters, for the way back from a customer. */
  url = '/customers';

  /** Shows another list, or the same one again: then what is known is shown at once and read anew behind it. Answers whether it was known. */
  show(query: CustomerQuery): boolean {
    const person = this.session.person()?.id ?? '';
    // Nobody sees the rows of whoever worked here before.
    if (person !== this.person) this.page.set(undefined);
    const key = JSON.stringify(query);
    const isKnown = key === this.key && this.page() !== undefined;
    [this.person, this.key, this.query] = [person, key, query];
    if (!isKnown) this.place = { top: 0, selected: -1 };
    this.reading = this.read(isKnown ? (this.page()?.items.length ?? 0) : PAGE);
    return isKnown;
  }

  /** Reads again what is shown. */
  reload(): void {
    if (this.key) this.reading = this.read(Math.max(PAGE, this.page()?.items.length ?? 0));
  }

  /** Reads the next page. */
  async more(): Promise<void> {
    if (this.isLoadingMore()) return;
    this.isLoadingMore.set(true);
    this.moreFailed.set(false);
    await this.reading;
    const [before, turn] = [this.page(), this.turn];
    try {
      if (!before?.next) return;
      const page = await this.ask(PAGE, before.next);
      if (turn === this.turn) this.page.set({ items: unique([...before.items, ...page.items]), next: page.next });
    } catch {
      this.moreFailed.set(turn === this.turn);
    } finally {
      this.isLoadingMore.set(false);
    }
  }

  private async read(count: number): Promise<void> {
    const turn = ++this.turn;
    this.isLoading.set(true);
    this.problem.set(undefined);
    this.moreFailed.set(false);
    try {
      const page = await this.pages(count, turn);
      if (turn === this.turn) this.page.set(page);
    } catch (error) {
      if (turn === this.turn) this.problem.set(Problem.from(error));
    } finally {
      if (turn === this.turn) this.isLoading.set(false);
    }
  }

  private async pages(count: number, turn: number): Promise<Page> {
    let page: Page = { items: [], next: null };
    do {
      const { items, next } = await this.ask(Math.min(LARGEST, Math.max(count - page.items.length, PAGE)), page.next);
      page = { items: unique([...page.items, ...items]), next };
    } while (page.next !== null && page.items.length < count && turn === this.turn);
    return page;
  }

  private ask(limit: number, cursor: string | null): Promise<Page> {
    return this.api.get('/api/customers', { query: { ...this.query, limit, ...(cursor ? { cursor } : {}) } });
  }
}

// A row that moved between two pages comes twice.
function unique(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

import { Injectable, computed, inject, signal } from '@angular/core';
import { Session } from '../../core/session';
import { COLUMNS } from './columns';

/** How dense the rows are. */
export type Density = 'comfortable' | 'compact';

interface Stored { columns: readonly string[]; density: Density }

const FIRST: Stored = { columns: COLUMNS.filter(({ isFirst }) => isFirst).map(({ key }) => key), density: 'comfortable' };

/** How a person likes the list of customers, kept in this browser. */
@Injectable({ providedIn: 'root' })
export class ListPreferences {
  private readonly session = inject(Session);
  private readonly writes = signal(0);
  private readonly name = computed(() => `tangent.customer-list.${this.session.person()?.id ?? 'visitor'}`);
  private readonly stored = computed(() => { this.writes(); return read(this.name()); });

  /** The columns beside the name, by key. */
  readonly columns = computed(() => this.stored().columns);

  /** How dense the rows are. */
  readonly density = computed(() => this.stored().density);

  /** Changes some of it. */
  set(change: Partial<Stored>): void {
    try {
      localStorage.setItem(this.name(), JSON.stringify({ ...this.stored(), ...change }));
    } catch {
      // A browser that stores nothing keeps the usual columns.
    }
    this.writes.update((n) => n + 1);
  }

  /** Back to the usual columns. */
  reset(): void {
    this.set(FIRST);
  }
}

function read(name: string): Stored {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    if (typeof value !== 'object' || value === null) return FIRST;
    const { columns, density } = value as Partial<Stored>;
    return { columns: Array.isArray(columns) ? columns : FIRST.columns, density: density === 'compact' ? 'compact' : 'comfortable' };
  } catch {
    return FIRST;
  }
}

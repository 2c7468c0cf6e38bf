import { Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, ParamMap, Router } from '@angular/router';

type Value = string | number | boolean | readonly string[];
type Widened<V> = V extends string ? string : V extends number ? number : V extends boolean ? boolean : V extends readonly string[] ? readonly string[] : never;

/** Filters, sort, page, period or tab of a page, kept in its address. */
export interface UrlState<T> {
  /** What the address says now, with defaults for what it leaves out. */
  readonly now: Signal<T>;
  /** How many values differ from their defaults. */
  readonly changes: Signal<number>;
  /** Changes some values; typing should replace the address instead of adding to the history. */
  set(change: Partial<T>, options?: { isReplacing?: boolean }): void;
  /** Back to the defaults. */
  reset(): void;
}

/** Keeps the state of a page in its query parameters; the defaults give the names and types and stay out of the address. */
export function urlState<D extends Record<string, Value>>(defaults: D): UrlState<{ [K in keyof D]: Widened<D[K]> }> {
  type T = { [K in keyof D]: Widened<D[K]> };
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const params = toSignal(route.queryParamMap, { initialValue: route.snapshot.queryParamMap });
  const now = computed(() => Object.fromEntries(Object.entries(defaults).map(([name, initial]) => [name, read(params(), name, initial)])) as T, { equal: isSame });
  const write = (change: Record<string, unknown>, isReplacing: boolean): void => {
    const queryParams = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, isSame(value, defaults[name]) ? null : value]));
    void router.navigate([], { relativeTo: route, queryParams, queryParamsHandling: 'merge', replaceUrl: isReplacing });
  };
  return {
    now,
    changes: computed(() => Object.entries(now()).filter(([name, value]) => !isSame(value, defaults[name])).length),
    set: (change, { isReplacing = false } = {}) => { write(change, isReplacing); },
    reset: () => { write(defaults, false); },
  };
}

function read(params: ParamMap, name: string, initial: Value): Value {
  const text = params.get(name);
  if (text === null) return initial;
  if (typeof initial === 'number') return Number.isFinite(Number(text)) ? Number(text) : initial;
  if (typeof initial === 'boolean') return text === 'true';
  return typeof initial === 'string' ? text : params.getAll(name);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

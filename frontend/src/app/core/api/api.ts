import { HttpClient, HttpContext, HttpHeaders, HttpParams, HttpResponse } from '@angular/common/http';
import { Injectable, Signal, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Observable, catchError, firstValueFrom, map, tap, throwError } from 'rxjs';
import { newIdempotencyKey } from './idempotency-key';
import { Problem } from './problem';
import { MAY_BE_SIGNED_OUT } from './session-expiry';
import type { CallOptions, Options, OptionsArgument, PathFor, Reply, Verb } from './types';

interface Call extends CallOptions { path?: object; query?: object; body?: unknown; mayBeSignedOut?: boolean }

/** Data of the API that follows its request: the last good value stays while the next one loads. */
export interface ApiResource<T> {
  /** The newest value; undefined until the first one came. */
  readonly value: Signal<T | undefined>;
  /** Whether a call is under way. */
  readonly isLoading: Signal<boolean>;
  /** Why the newest call failed. */
  readonly problem: Signal<Problem | undefined>;
  /** Asks again. */
  reload(): void;
  /** Replaces the value on this side only, for an optimistic update. */
  set(value: T): void;
}

/** The typed way to the API: every path, query, body and answer is checked against the OpenAPI document. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  private readonly writeCount = signal(0);

  /** Counts successful writes of this tab; read it to follow them. */
  readonly writes = this.writeCount.asReadonly();

  /** Reads. */
  get<P extends PathFor<'get'>>(path: P, ...[options]: OptionsArgument<'get', P>): Promise<Reply<'get', P>> {
    return this.body('get', path, options);
  }

  /** Creates or does something; carries an Idempotency-Key always. */
  post<P extends PathFor<'post'>>(path: P, ...[options]: OptionsArgument<'post', P>): Promise<Reply<'post', P>> {
    return this.body('post', path, options);
  }

  /** Replaces. */
  put<P extends PathFor<'put'>>(path: P, ...[options]: OptionsArgument<'put', P>): Promise<Reply<'put', P>> {
    return this.body('put', path, options);
  }

  /** Changes some fields. */
  patch<P extends PathFor<'patch'>>(path: P, ...[options]: OptionsArgument<'patch', P>): Promise<Reply<'patch', P>> {
    return this.body('patch', path, options);
  }

  /** Removes or ends. */
  delete<P extends PathFor<'delete'>>(path: P, ...[options]: OptionsArgument<'delete', P>): Promise<Reply<'delete', P>> {
    return this.body('delete', path, options);
  }

  /**
   * Data that is read again whenever what `request` reads has changed; nothing is asked while it returns undefined.
   * Call it where injection is possible: it ends with its component.
   * With `followWrites` it is also read again after each successful write of this tab.
   */
  resource<P extends PathFor<'get'>>(path: P, request: () => Options<'get', P> | undefined, { followWrites = false } = {}): ApiResource<Reply<'get', P>> {
    type T = Reply<'get', P>;
    const params = computed(() => {
      const options: Call | undefined = request();
      return options && { url: fill(path, options.path), options, writes: followWrites ? this.writeCount() : 0 };
    });
    const last = signal<{ url: string; value: T } | undefined>(undefined);
    const source = rxResource({
      params,
      stream: ({ params: { url, options } }) => this.call<T>('get', path, options).pipe(tap((value) => { last.set({ url, value }); })),
    });
    const kept = computed(() => { const before = last(); return before && before.url === params()?.url ? before.value : undefined; });
    return {
      value: computed(() => (source.hasValue() ? source.value() : kept())),
      isLoading: source.isLoading,
      problem: computed(() => { const error = source.error(); return error && Problem.from(error); }),
      reload: () => { source.reload(); },
      set: (value) => { source.set(value); },
    };
  }

  private body<V extends Verb, P extends PathFor<V>>(verb: V, path: P, options: Call | undefined): Promise<Reply<V, P>> {
    return firstValueFrom(this.call<Reply<V, P>>(verb, path, options));
  }

  private call<T>(verb: Verb, path: string, options: Call = {}): Observable<T> {
    const sent = {
      body: options.body, params: queryOf(options.query), headers: headersOf(verb, options), observe: 'response' as const,
      context: new HttpContext().set(MAY_BE_SIGNED_OUT, isOpen(verb, path)),
    };
    return this.http.request<T>(verb.toUpperCase(), fill(path, options.path), sent).pipe(
      tap((response) => { if (isWrite(verb, path) && response instanceof HttpResponse) this.writeCount.update((n) => n + 1); }),
      map((response) => response.body as T),
      catchError((error: unknown) => throwError(() => Problem.from(error))),
    );
  }
}

// A preview says what would be, and writes nothing.
const isWrite = (verb: Verb, path: string): boolean => verb !== 'get' && !path.endsWith('/preview');

// A 401 of these is an answer about the visitor, not the end of somebody's session.
const isOpen = (verb: Verb, path: string): boolean =>
  (path === '/api/session' && verb !== 'delete') || path.startsWith('/api/setup') || path.startsWith('/api/invitations/{token}');

function fill(path: string, values: object | undefined): string {
  const given = new Map(Object.entries(values ?? {}));
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given.get(name))));
}

function queryOf(query: object | undefined): HttpParams {
  let params = new HttpParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') params = params.append(name, String(one));
    }
  }
  return params;
}

function headersOf(verb: Verb, { idempotencyKey, version }: Call): HttpHeaders {
  let headers = new HttpHeaders();
  if (verb === 'post') headers = headers.set('Idempotency-Key', idempotencyKey ?? newIdempotencyKey());
  if (version !== undefined) headers = headers.set('If-Match', `"${version}"`);
  return headers;
}

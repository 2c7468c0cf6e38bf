import type { components, paths } from './schema';

/** A named shape of the API, such as `View<'SessionView'>`. */
export type View<Name extends keyof components['schemas']> = components['schemas'][Name];

/** The verbs that the API uses. */
export type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

type OperationOf<P extends keyof paths, V extends Verb> = V extends keyof paths[P] ? NonNullable<paths[P][V]> : never;

/** The paths that answer to a verb. */
export type PathFor<V extends Verb> = { [P in keyof paths]: [OperationOf<P, V>] extends [never] ? never : P }[keyof paths];

type PathOf<O> = O extends { parameters: { path: infer X extends object } } ? { path: X } : { path?: never };
type QueryOf<O> = O extends { parameters: { query: infer Q extends object } } ? { query: Q }
  : O extends { parameters: { query?: infer Q extends object } } ? { query?: Q } : { query?: never };
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? { body: B }
  : O extends { requestBody?: { content: { 'application/json': infer B } } } ? { body?: B }
  : O extends { requestBody: unknown } ? { body: FormData | Blob | string } : { body?: FormData | Blob };
type JsonIn<R> = R extends { content: { 'application/json': infer T } } ? T : never;
type SuccessOf<O> = O extends { responses: infer R } ? R[keyof R & (200 | 201 | 202)] : never;

/** What a successful call returns; void where the answer has no JSON body. */
export type Reply<V extends Verb, P extends keyof paths> =
  [JsonIn<SuccessOf<OperationOf<P, V>>>] extends [never] ? void : JsonIn<SuccessOf<OperationOf<P, V>>>;

/** Extras that any call may carry. */
export interface CallOptions {
  /** Sent as `Idempotency-Key` with a POST; give the draft's own key so that a retry writes once. */
  idempotencyKey?: string;
  /** The version that was read, sent as `If-Match`; the server refuses the write when somebody was faster. */
  version?: number | string;
}

/** Everything a call needs: path, query and body as the API describes them. */
export type Options<V extends Verb, P extends keyof paths> =
  PathOf<OperationOf<P, V>> & QueryOf<OperationOf<P, V>> & BodyOf<OperationOf<P, V>> & CallOptions;

/** Options may be left out where nothing in them is required. */
export type OptionsArgument<V extends Verb, P extends keyof paths> =
  Record<never, never> extends Options<V, P> ? [options?: Options<V, P>] : [options: Options<V, P>];

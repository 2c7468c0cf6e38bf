export { Api, type ApiResource } from './api';
export { newIdempotencyKey } from './idempotency-key';
export { Problem, type FieldProblem } from './problem';
export { SessionExpiry, expiredSessionInterceptor } from './session-expiry';
export type { Options, PathFor, Reply, Verb, View } from './types';

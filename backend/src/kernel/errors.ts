/** HTTP statuses that a refusal may carry; anything else is a fault of ours and answers 500. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 422 | 428 | 429 | 503;

/** Values that the words of a refusal need, such as a limit or a name; never a secret. */
export type RefusalParams = Readonly<Record<string, string | number | boolean | null>>;

/** What is wrong with one field of the input: `field` is its path (`nextStep.dueOn`), `code` names the sentence that the screen shows beside it. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly params?: RefusalParams;
}

/** The product says no and knows why: `code` is stable and translated on the screen, `status` is the HTTP answer, `fields` belong beside inputs. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly status: RefusalStatus,
    readonly fields: readonly FieldError[] = [],
    readonly params: RefusalParams = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** One field is well formed but breaks a rule (422 `invalid_input` with that field). */
export function invalid(field: string, code: string, params?: RefusalParams): Refusal {
  return invalidFields([params ? { field, code, params } : { field, code }]);
}

/** Several fields break rules at once (422 `invalid_input`). */
export function invalidFields(fields: readonly FieldError[]): Refusal {
  return new Refusal('invalid_input', 422, fields);
}

/** The request itself can not be read (400). */
export function malformed(code = 'malformed_request', params?: RefusalParams): Refusal {
  return new Refusal(code, 400, [], params);
}

/** Nobody is signed in, or the session is over (401). */
export function unauthenticated(code = 'sign_in_required'): Refusal {
  return new Refusal(code, 401);
}

/** The person lacks the right to do this; rows outside the data scope are {@link notFound} instead (403). */
export function forbidden(code = 'not_allowed', params?: RefusalParams): Refusal {
  return new Refusal(code, 403, [], params);
}

/** There is no such thing, or the person may not see it: both look the same (404). */
export function notFound(code = 'not_found'): Refusal {
  return new Refusal(code, 404);
}

/** The state of the record, or a named constraint, does not allow it (409). */
export function conflict(code: string, params?: RefusalParams): Refusal {
  return new Refusal(code, 409, [], params);
}

/** It was there and its time is over, such as a used invitation or an undo after its window (410). */
export function gone(code = 'gone'): Refusal {
  return new Refusal(code, 410);
}

/** Somebody changed the record since it was read (412). */
export function stale(code = 'changed_meanwhile', params?: RefusalParams): Refusal {
  return new Refusal(code, 412, [], params);
}

/** The upload or the answer would be larger than `limit` allows (413). */
export function tooLarge(code = 'too_large', params?: RefusalParams): Refusal {
  return new Refusal(code, 413, [], params);
}

/** The request must name the version it changes, or carry an idempotency key (428). */
export function preconditionRequired(code = 'version_required'): Refusal {
  return new Refusal(code, 428);
}

/** Too many attempts; the screen says after how many seconds the next one is welcome (429). */
export function tooMany(retryAfterSeconds: number, code = 'too_many_attempts'): Refusal {
  return new Refusal(code, 429, [], { retryAfterSeconds });
}

/** The product, or something that it needs, is not ready at the moment; trying again is right (503). */
export function unavailable(code = 'unavailable'): Refusal {
  return new Refusal(code, 503);
}

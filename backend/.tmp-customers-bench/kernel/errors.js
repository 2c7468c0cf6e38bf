/** The product says no and knows why: `code` is stable and translated on the screen, `status` is the HTTP answer, `fields` belong beside inputs. */
export class Refusal extends Error {
    constructor(code, status, fields = [], params = {}) {
        super(code);
        this.code = code;
        this.status = status;
        this.fields = fields;
        this.params = params;
        this.name = 'Refusal';
    }
}
/** One field is well formed but breaks a rule (422 `invalid_input` with that field). */
export function invalid(field, code, params) {
    return invalidFields([params ? { field, code, params } : { field, code }]);
}
/** Several fields break rules at once (422 `invalid_input`). */
export function invalidFields(fields) {
    return new Refusal('invalid_input', 422, fields);
}
/** The request itself can not be read (400). */
export function malformed(code = 'malformed_request', params) {
    return new Refusal(code, 400, [], params);
}
/** Nobody is signed in, or the session is over (401). */
export function unauthenticated(code = 'sign_in_required') {
    return new Refusal(code, 401);
}
/** The person lacks the right to do this; rows outside the data scope are {@link notFound} instead (403). */
export function forbidden(code = 'not_allowed', params) {
    return new Refusal(code, 403, [], params);
}
/** There is no such thing, or the person may not see it: both look the same (404). */
export function notFound(code = 'not_found') {
    return new Refusal(code, 404);
}
/** The state of the record, or a named constraint, does not allow it (409). */
export function conflict(code, params) {
    return new Refusal(code, 409, [], params);
}
/** It was there and its time is over, such as a used invitation or an undo after its window (410). */
export function gone(code = 'gone') {
    return new Refusal(code, 410);
}
/** Somebody changed the record since it was read (412). */
export function stale(code = 'changed_meanwhile', params) {
    return new Refusal(code, 412, [], params);
}
/** The upload or the answer would be larger than `limit` allows (413). */
export function tooLarge(code = 'too_large', params) {
    return new Refusal(code, 413, [], params);
}
/** The request must name the version it changes, or carry an idempotency key (428). */
export function preconditionRequired(code = 'version_required') {
    return new Refusal(code, 428);
}
/** Too many attempts; the screen says after how many seconds the next one is welcome (429). */
export function tooMany(retryAfterSeconds, code = 'too_many_attempts') {
    return new Refusal(code, 429, [], { retryAfterSeconds });
}
/** The product, or something that it needs, is not ready at the moment; trying again is right (503). */
export function unavailable(code = 'unavailable') {
    return new Refusal(code, 503);
}

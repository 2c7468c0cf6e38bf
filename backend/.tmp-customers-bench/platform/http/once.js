import { createHash } from 'node:crypto';
import { Refusal } from "../../kernel/index.js";
/** Reads the `Idempotency-Key` header; null when there is none. */
export function onceOf(request) {
    const key = request.headers['idempotency-key'];
    if (key === undefined || request.method !== 'POST')
        return null;
    if (typeof key !== 'string' || !/^[\w-]{8,64}$/.test(key))
        throw new Refusal('bad_idempotency_key', 400);
    const fingerprint = createHash('sha256').update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`).digest();
    return { key, fingerprint };
}

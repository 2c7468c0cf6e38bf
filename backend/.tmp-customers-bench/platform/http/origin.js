import { Refusal } from "../../kernel/index.js";
import { problem } from "./problem.js";
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/**
 * Refuses unsafe requests that another site sent (cross-site request forgery): by Sec-Fetch-Site where the browser
 * gives it, else by Origin. A program that sends neither is no browser and carries no cookie by accident.
 */
export function refuseForeignOrigins(server) {
    server.addHook('onRequest', (request, reply, next) => {
        if (SAFE.has(request.method) || isOurs(request.headers['sec-fetch-site'], request.headers.origin, request.headers.host))
            return next();
        void reply.status(403).type('application/problem+json').send(problem(403, new Refusal('foreign_origin', 403).code));
    });
}
function isOurs(fetchSite, origin, host) {
    if (typeof fetchSite === 'string')
        return fetchSite === 'same-origin' || fetchSite === 'none';
    if (origin === undefined)
        return true;
    try {
        return new URL(origin).host === host;
    }
    catch {
        return false;
    }
}

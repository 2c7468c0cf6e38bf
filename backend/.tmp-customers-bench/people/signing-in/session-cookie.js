import { COOKIES, LONGEST_DAYS } from "../sessions.js";
const DAY_SECONDS = 86_400;
/** The address that people's browsers use: as configured, else as this request came. */
export const publicAddress = (request, config) => config.publicUrl ?? `${request.protocol}://${request.host}`;
/** Whether the browser speaks HTTPS to us, or to the proxy in front of us. */
export const isSecure = (request) => request.protocol === 'https';
/** The session token of a request; over HTTPS only from the cookie that no other host can have set. */
export const tokenOf = (request) => request.cookies[isSecure(request) ? COOKIES.secure : COOKIES.plain];
const attributes = (request) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(request) });
/** Gives the browser its session. */
export function setSessionCookie(request, reply, token) {
    void reply.setCookie(isSecure(request) ? COOKIES.secure : COOKIES.plain, token, { ...attributes(request), maxAge: LONGEST_DAYS * DAY_SECONDS });
}
/** Takes the session from the browser. */
export function clearSessionCookie(request, reply) {
    void reply.clearCookie(isSecure(request) ? COOKIES.secure : COOKIES.plain, attributes(request));
}
/** Where a request comes from, as the list of sessions shows it. */
export const originOf = (request) => ({ userAgent: request.headers['user-agent'] ?? '', address: request.ip });

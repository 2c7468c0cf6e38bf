import path from 'node:path';
/** Injects the configuration. */
export const CONFIG = Symbol('configuration');
const wholeNumber = (text, fallback, name) => {
    if (text === undefined || text === '')
        return fallback;
    const value = Number(text);
    if (!Number.isInteger(value) || value < 0 || value > 65_535)
        throw new Error(`${name} must be a whole number, not "${text}"`);
    return value;
};
/** Reads the configuration from environment variables; an impossible value stops the start with a clear message. */
export function readConfig(env, repository) {
    return {
        databaseUrl: env['DATABASE_URL'] || null,
        host: env['HOST'] || '127.0.0.1',
        port: wholeNumber(env['PORT'], 3000, 'PORT'),
        dataDirectory: path.resolve(env['TANGENT_DATA'] || path.join(repository, '.data')),
        pageDirectory: path.join(repository, 'frontend/dist/browser'),
        publicUrl: env['PUBLIC_URL']?.replace(/\/+$/, '') || null,
        trustProxy: env['TRUST_PROXY'] === 'true',
        poolSize: wholeNumber(env['DATABASE_POOL'], 10, 'DATABASE_POOL'),
    };
}

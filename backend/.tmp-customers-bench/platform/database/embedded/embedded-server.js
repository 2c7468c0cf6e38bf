import { setTimeout as pause } from 'node:timers/promises';
import { addressOf, freePort, isFree, newAccess, readAccess, writeAccess } from "./access.js";
import { isAlive, livingPostmaster } from "./postmaster.js";
import { prepare } from "./preparation.js";
import { backOff } from "./supervisor.js";
const FIRST_START_TRIES = 8;
const LOOK_EVERY_MS = 100;
const LONGEST_RECOVERY_LOOKS = 6_000;
/** One server over one data folder, brought to life by whatever it takes: made, adopted, started, restarted. */
export class EmbeddedServer {
    #postmaster;
    #cluster;
    #durable;
    #log;
    #access;
    constructor(cluster, access, durable, log) {
        this.adopted = false;
        this.#cluster = cluster;
        this.#access = access;
        this.#durable = durable;
        this.#log = log;
    }
    /** Makes the cluster if the folder holds none and finds its access, replacing one that was lost. */
    static async open(cluster, durable, log) {
        const kept = readAccess(cluster.directory);
        const access = kept ?? (await newAccess());
        if (!kept)
            writeAccess(cluster.directory, access);
        if (!cluster.exists()) {
            log('Setting up a new database …');
            await cluster.create(access.superuserPassword, durable);
        }
        else if (!kept) {
            log('The passwords of the database were lost; making new ones.');
            if (livingPostmaster(cluster.directory))
                await cluster.stop();
            await cluster.resetSuperuserPassword(access.superuserPassword);
        }
        return new EmbeddedServer(cluster, access, durable, log);
    }
    get port() {
        return this.#access.port;
    }
    get url() {
        return addressOf(this.#access, 'app');
    }
    /** Whether the server process lives; says nothing of whether it answers. */
    isUp() {
        return this.#postmaster !== undefined && isAlive(this.#postmaster.pid);
    }
    /** The first start, tried for some seconds, since a server that was just killed still holds its memory for a moment. */
    async start() {
        for (let attempt = 1;; attempt++) {
            try {
                await pause(backOff(attempt));
                await this.#choosePort();
                await this.restart();
                return;
            }
            catch (error) {
                if (attempt === FIRST_START_TRIES)
                    throw error;
                if (attempt === 1)
                    this.#log('The database did not come up at once, trying again …');
            }
        }
    }
    /** One try to have the server up on the port it had, its database ready. */
    async restart() {
        const found = await this.#settledPostmaster();
        this.adopted = found !== undefined;
        if (!found)
            await this.#cluster.start({ port: this.port, durable: this.#durable });
        this.#postmaster = found ?? livingPostmaster(this.#cluster.directory);
        const { durable } = await prepare(this.#access);
        if (durable === this.#durable)
            return;
        await this.stop();
        if (!found)
            throw new Error('The database refuses its settings fsync, full_page_writes or synchronous_commit.');
        throw new Error('The running database had other settings for durability.');
    }
    /** Stops the server, also one that was adopted. */
    async stop() {
        if (livingPostmaster(this.#cluster.directory))
            await this.#cluster.stop();
    }
    /** A server that runs already, once it is ready; undefined when none runs, or the one that did has ended. */
    async #settledPostmaster() {
        for (let looks = 0; looks < LONGEST_RECOVERY_LOOKS; looks++) {
            const found = livingPostmaster(this.#cluster.directory);
            if (!found || found.status === 'ready')
                return found;
            await pause(LOOK_EVERY_MS);
        }
        throw new Error('The running database did not become ready within ten minutes.');
    }
    /** Keeps the port of before if it can be had; a server that runs already decides itself. */
    async #choosePort() {
        const running = await this.#settledPostmaster();
        if (!running && (await isFree(this.port)))
            return;
        const port = running?.port ?? (await freePort());
        if (port === this.port)
            return;
        this.#access = { ...this.#access, port };
        writeAccess(this.#cluster.directory, this.#access);
    }
}

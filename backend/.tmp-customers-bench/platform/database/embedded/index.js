import { dirname, resolve } from 'node:path';
import { findBinaries } from "./binaries.js";
import { Cluster } from "./cluster.js";
import { EmbeddedServer } from "./embedded-server.js";
import { holdFolder } from "./lock.js";
import { makeFolder, serverAccount } from "./owner.js";
import { supervise } from "./supervisor.js";
export { AlreadyRunning } from "./lock.js";
export { stopOnSignals } from "./signals.js";
/**
 * Brings up the built-in PostgreSQL over a data folder, as root or as an ordinary user, whatever the last run left
 * behind. Throws `AlreadyRunning` when another product holds the folder.
 */
export async function startEmbedded(options) {
    const directory = resolve(options.directory);
    makeFolder(dirname(directory));
    const hold = holdFolder(directory);
    try {
        const account = serverAccount(directory);
        const cluster = new Cluster(directory, await findBinaries(account), account);
        const server = await EmbeddedServer.open(cluster, options.durable, options.log);
        await server.start();
        return running(server, hold);
    }
    catch (error) {
        hold.release();
        throw error;
    }
}
function running(server, hold) {
    const { url, port, adopted } = server;
    let endSupervision = () => Promise.resolve();
    let stopped;
    const stop = async () => {
        await endSupervision();
        await server.stop();
        hold.release();
    };
    return {
        url,
        port,
        adopted,
        announce: (address) => hold.announce(address),
        supervise: (tell) => {
            endSupervision = supervise({ isUp: () => server.isUp(), restart: () => server.restart(), tell });
        },
        stop: () => (stopped ??= stop()),
    };
}

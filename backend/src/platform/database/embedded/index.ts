import { dirname, resolve } from 'node:path';
import { findBinaries } from './binaries.ts';
import { Cluster } from './cluster.ts';
import { EmbeddedServer } from './embedded-server.ts';
import { holdFolder, type FolderHold } from './lock.ts';
import { makeFolder, serverAccount } from './owner.ts';
import { supervise, type ServerChange } from './supervisor.ts';

export { AlreadyRunning } from './lock.ts';
export { stopOnSignals } from './signals.ts';
export type { ServerChange } from './supervisor.ts';

/** What the embedded database is started with. */
export interface EmbeddedOptions {
  /** The data folder; its lock and its access file stand beside it. */
  readonly directory: string;
  /** False in tests only: faster, but a crash may lose committed work. */
  readonly durable: boolean;
  /** Told in plain words what is being done. */
  readonly log: (message: string) => void;
}

/** A running embedded database, held by this process alone. */
export interface Embedded {
  /** Address of the product's own database, for a role that is no superuser but may create databases. */
  readonly url: string;
  readonly port: number;
  /** Whether the server ran already, left behind by a product that was killed. */
  readonly adopted: boolean;
  /** Says where the product answers, for the message that a second starter on the same folder gets. */
  announce(address: string): void;
  /** From now on restarts the server whenever it dies, and tells of each change. */
  supervise(tell: (change: ServerChange) => void): void;
  /** Ends the supervision, stops the server in an orderly way and gives the folder back; may be called twice. */
  stop(): Promise<void>;
}

/**
 * Brings up the built-in PostgreSQL over a data folder, as root or as an ordinary user, whatever the last run left
 * behind. Throws `AlreadyRunning` when another product holds the folder.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const directory = resolve(options.directory);
  makeFolder(dirname(directory));
  const hold = holdFolder(directory);
  try {
    const account = serverAccount(directory);
    const cluster = new Cluster(directory, await findBinaries(account), account);
    const server = await EmbeddedServer.open(cluster, options.durable, options.log);
    await server.start();
    return running(server, hold);
  } catch (error) {
    hold.release();
    throw error;
  }
}

function running(server: EmbeddedServer, hold: FolderHold): Embedded {
  const { url, port, adopted } = server;
  let endSupervision = (): Promise<void> => Promise.resolve();
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
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

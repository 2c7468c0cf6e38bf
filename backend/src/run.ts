import path from 'node:path';
import { createApp } from './app.ts';
import { Setup } from './people/index.ts';
import type { Config } from './platform/config.ts';
import { type Embedded, startEmbedded, stopOnSignals } from './platform/database/embedded/index.ts';
import { migrate } from './platform/database/migrate.ts';

const say = (message: string): void => console.log(message);

/** Brings the product up: database, migrations, API and page on one port; ends in an orderly way on a signal. */
export async function run(config: Config, _flags: readonly string[]): Promise<void> {
  const embedded = config.databaseUrl === null ? await startEmbedded({ directory: path.join(config.dataDirectory, 'database'), durable: true, log: say }) : null;
  const databaseUrl = config.databaseUrl ?? (embedded as Embedded).url;
  await migrate(databaseUrl);
  const app = await createApp({ ...config, databaseUrl });
  embedded?.supervise(({ state, reason }) => say(`Database ${state}${reason ? `: ${reason}` : ''}`));
  await app.listen(config.port, config.host);
  const address = `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${config.port}`;
  embedded?.announce(address);
  stopOnSignals(async () => {
    await app.close();
    await embedded?.stop();
  });
  say(`Tangent is open for work at ${address}`);
  const code = await app.get(Setup).codeIfNeeded();
  if (code) say(`First visit: open ${address}/setup and enter the one-time code ${code}`);
}

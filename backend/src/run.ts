import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.ts';
import { Setup } from './people/index.ts';
import type { Config } from './platform/config.ts';
import { type Embedded, startEmbedded, stopOnSignals } from './platform/database/embedded/index.ts';
import { migrate } from './platform/database/migrate.ts';

const say = (message: string): void => console.log(message);

/** Brings the product up: database, migrations, API and page on one port; ends in an orderly way on a signal. */
export async function run(config: Config, flags: readonly string[]): Promise<void> {
  if (config.databaseUrl !== null) return open({ ...config, databaseUrl: config.databaseUrl }, flags, null);
  const embedded = await startEmbedded({ directory: path.join(config.dataDirectory, 'database'), durable: true, log: say });
  embedded.supervise(({ state, reason }) => say(`Database ${state}${reason ? `: ${reason}` : ''}`));
  try {
    await open({ ...config, databaseUrl: embedded.url }, flags, embedded);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function open(config: Config & { databaseUrl: string }, _flags: readonly string[], embedded: Embedded | null): Promise<void> {
  let app: NestFastifyApplication | undefined;
  stopOnSignals(async () => {
    await app?.close();
    await embedded?.stop();
  });
  await migrate(config.databaseUrl);
  app = await createApp(config);
  await app.listen(config.port, config.host);
  const address = `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${config.port}`;
  embedded?.announce(address);
  say(`Tangent is open for work at ${address}`);
  const code = await app.get(Setup).codeIfNeeded();
  if (code) say(`First visit: open ${address}/setup and enter the one-time code ${code}`);
}

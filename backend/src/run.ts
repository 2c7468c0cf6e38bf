import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.ts';
import { provideDemo } from './demo/index.ts';
import { Setup } from './people/index.ts';
import { Clock } from './platform/clock.ts';
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

async function open(config: Config & { databaseUrl: string }, flags: readonly string[], embedded: Embedded | null): Promise<void> {
  const opened: { app?: NestFastifyApplication } = {};
  stopOnSignals(async () => {
    await opened.app?.close();
    await embedded?.stop();
  });
  await migrate(config.databaseUrl);
  if (flags.includes('--demo')) await addDemo(config);
  const app = await createApp(config);
  opened.app = app;
  await app.listen(config.port, config.host);
  const address = `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${config.port}`;
  embedded?.announce(address);
  say(`Tangent is open for work at ${address}`);
  // `npm start` starts what was open at once when it is killed, and what never opened with longer and longer pauses.
  process.send?.('open');
  const code = await app.get(Setup).codeIfNeeded();
  if (code) say(`First visit: open ${address}/setup and enter the one-time code ${code}`);
}

/** Fills an empty database with the sample company before the product opens for work. */
async function addDemo(config: Config & { databaseUrl: string }): Promise<void> {
  const databaseUrl = new URL(config.databaseUrl);
  // A crash may cost the last moments of sample data, which the next start makes again.
  databaseUrl.searchParams.set('options', '-c synchronous_commit=off');
  const open = (clock: Clock) => createApp({ ...config, databaseUrl: databaseUrl.href, pageDirectory: null }, { clock });
  await provideDemo({ databaseUrl: config.databaseUrl, open, now: new Clock().now(), dataDirectory: config.dataDirectory, say });
}

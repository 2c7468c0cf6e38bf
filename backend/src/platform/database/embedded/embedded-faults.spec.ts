import { cp } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, killServer, startOtherApp, temporaryFolder } from './embedded.testing.ts';
import { AlreadyRunning, startEmbedded, type Embedded, type ServerChange } from './index.ts';
import { livingPostmaster } from './postmaster.ts';

jest.setTimeout(60_000);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let running: Embedded | undefined;

const start = async (): Promise<Embedded> =>
  (running = await startEmbedded({ directory: folder.directory, durable: true, log: () => undefined }));

// Setting a database up is the slow part: it is done once, and every test works on a copy.
let prepared: typeof folder;
beforeAll(async () => {
  prepared = folder = await temporaryFolder();
  await (await start()).stop();
});
afterAll(() => prepared.remove());

beforeEach(async () => {
  folder = await temporaryFolder();
  await cp(dirname(prepared.directory), dirname(folder.directory), { recursive: true });
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await folder.remove();
});

it('starts again after its server was killed, with every committed row', async () => {
  const first = await start();
  await ask(first.url, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n');
  killServer(folder.directory);
  await first.stop();
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }]);
});

it('adopts the living server of a product that was killed', async () => {
  const app = await startOtherApp(folder.directory);
  await ask(app.outcome.url ?? '', 'CREATE TABLE kept AS SELECT 42 AS answer');
  await app.end('SIGKILL');
  const pid = livingPostmaster(folder.directory)?.pid;
  const { adopted, url } = await start();
  expect(adopted).toBe(true);
  expect(livingPostmaster(folder.directory)?.pid).toBe(pid);
  expect(await ask(url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

it('recovers when product and server were killed together', async () => {
  const app = await startOtherApp(folder.directory);
  await ask(app.outcome.url ?? '', 'CREATE TABLE kept AS SELECT 42 AS answer');
  killServer(folder.directory);
  await app.end('SIGKILL');
  expect(await ask((await start()).url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

it('tells a second starter that the product runs already, and where', async () => {
  const app = await startOtherApp(folder.directory);
  const refusal = await start().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(AlreadyRunning);
  expect((refusal as Error).message).toBe(
    `Tangent is already running with the data in ${folder.directory} at http://127.0.0.1:3000 ` +
      `(process ${String(app.process.pid)}).`,
  );
  expect(await ask(app.outcome.url ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await app.end('SIGTERM');
});

it('lets exactly one of two win that start at the same moment', async () => {
  const apps = await Promise.all([startOtherApp(folder.directory), startOtherApp(folder.directory)]);
  const refused = apps.filter(({ outcome }) => outcome.error);
  expect(refused.map(({ outcome }) => outcome.error)).toEqual([expect.stringContaining('already running')]);
  await Promise.all(apps.map((app) => app.end('SIGTERM')));
});

it('stops its server in an orderly way on SIGTERM, and only once on repeated signals', async () => {
  const app = await startOtherApp(folder.directory);
  app.process.kill('SIGINT');
  expect(await app.end('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(livingPostmaster(folder.directory)).toBeUndefined();
  expect((await start()).adopted).toBe(false);
});

it('restarts its server on the same address whenever it is killed, and tells so', async () => {
  const { url, supervise } = await start();
  const changes: ServerChange[] = [];
  supervise((change) => changes.push(change));
  for (let kills = 1; kills <= 3; kills++) {
    killServer(folder.directory);
    const ups = (): number => changes.filter(({ state }) => state === 'up').length;
    for (let looks = 0; looks < 200 && ups() < kills; looks++) await pause(100);
    expect(ups()).toBe(kills);
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }
  expect(changes.filter(({ state }) => state === 'down')).toHaveLength(3);
});

it('does not revive a server that the product itself stopped', async () => {
  const { supervise, stop } = await start();
  const changes: ServerChange[] = [];
  supervise((change) => changes.push(change));
  await stop();
  await pause(1_200);
  expect(changes).toEqual([]);
  expect(livingPostmaster(folder.directory)).toBeUndefined();
});

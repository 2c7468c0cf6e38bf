// The product with a clock that can be set from outside: the plan that is measured is approved half a year ago and kept month by month.
// Messages `{at, closes}` set the moment (an instant; null: the present) and close the windows that are over by then, as the hourly job does.
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../..');
const dist = path.join(repository, 'backend/dist');
const { createApp } = await import(`${dist}/app.js`);
const { readConfig } = await import(`${dist}/platform/config.js`);
const { Clock } = await import(`${dist}/platform/clock.js`);
const { WindowClosing } = await import(`${dist}/plan-keeping/windows/window-closing.js`);

const [url, port] = process.argv.slice(2);
let behind = 0;

class MovedClock extends Clock {
  now() {
    return new Date(Date.now() - behind);
  }
}

const app = await createApp({ ...readConfig(process.env, repository), databaseUrl: url, pageDirectory: null }, { clock: new MovedClock() });
await app.listen(Number(port), '127.0.0.1');

process.on('message', ({ at, closes }) => {
  behind = at === null ? 0 : Date.now() - Date.parse(at);
  const closed = closes ? app.get(WindowClosing, { strict: false }).closeAll({ signal: new AbortController().signal }) : Promise.resolve();
  closed.then(() => process.send('done'), (error) => { console.error(error); process.exit(1); });
});
process.on('SIGTERM', () => process.exit(0));
process.send('ready');

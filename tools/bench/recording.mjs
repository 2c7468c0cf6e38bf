// Finds out which statements the product sends for a request, by listening at the database driver while the whole
// application answers it in this process. What a transaction would write is rolled back, so that the recording can be
// played later, once, against the same state. What jobs send in the background belongs to no request and is not heard.
import { AsyncLocalStorage } from 'node:async_hooks';
import fs from 'node:fs';
import pg from 'pg';

const heard = new AsyncLocalStorage();
const original = pg.Client.prototype.query;

pg.Client.prototype.query = function (config, values, callback) {
  const text = typeof config === 'string' ? config : config?.text;
  const listener = heard.getStore();
  if (!listener || text === undefined || typeof config?.submit === 'function') return original.call(this, config, values, callback);
  const given = typeof config === 'string' ? (Array.isArray(values) ? values : undefined) : config.values;
  listener.push({ ...(config.name ? { name: config.name } : {}), text, ...(given?.length ? { values: given } : {}) });
  return text === 'COMMIT' ? original.call(this, 'ROLLBACK', values, callback) : original.call(this, config, values, callback);
};

/** Records what each request makes the application send; one after the other. Writes a line `{key, statements}` each. */
export async function record(app, requests, file) {
  const out = fs.createWriteStream(file);
  for (const { key, request } of requests) {
    const all = [];
    const answer = await heard.run(all, async () => await app.inject(request));
    // Seen at most once a minute, not with every request.
    const statements = all.filter(({ name }) => name !== 'session_seen');
    if (!statements.length) throw new Error(`${request.method} ${request.url}: no statement was heard`);
    if (answer.statusCode >= 400) throw new Error(`${request.method} ${request.url}: ${answer.statusCode} ${answer.body.slice(0, 300)}`);
    if (!out.write(`${JSON.stringify({ key, statements })}\n`)) await new Promise((resolve) => out.once('drain', resolve));
  }
  await new Promise((resolve) => out.end(resolve));
}

/** Reads a recording back. */
export function readRecording(file) {
  return new Map(fs.readFileSync(file, 'utf8').trim().split('\n').map((line) => {
    const { key, statements } = JSON.parse(line, (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data) : value));
    return [key, statements];
  }));
}

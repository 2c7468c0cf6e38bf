// The bare yardstick: node:http and pg, nothing else. It plays the very statements that the product sends for a request
// (see recording.mjs), the check of the session among them, and answers what they give.
import fs from 'node:fs';
import http from 'node:http';
import { createInterface } from 'node:readline';
import pg from 'pg';

const [url, port, file] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10 });
const recordings = new Map();
const lines = createInterface({ input: fs.createReadStream(file) });
for await (const line of lines) {
  const { key, statements } = JSON.parse(line, (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data) : value));
  recordings.set(key, statements);
}

/** Statements in order; a transaction on one connection, single reads wherever there is one free. */
async function play(statements) {
  const isTransaction = statements.some(({ text }) => /^(BEGIN|START TRANSACTION)/.test(text));
  const on = isTransaction ? await pool.connect() : pool;
  try {
    let last;
    for (const statement of statements) {
      const result = await on.query(statement);
      if (result.rows.length) last = result.rows;
    }
    return last;
  } finally {
    if (isTransaction) on.release();
  }
}

const server = http.createServer((request, answer) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    if (parts.length) JSON.parse(Buffer.concat(parts).toString());
    play(recordings.get(request.url)).then(
      (rows) => {
        const body = JSON.stringify(rows);
        answer.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
        answer.end(body);
      },
      (error) => {
        answer.writeHead(500);
        answer.end(String(error));
      },
    );
  });
});
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
process.on('SIGTERM', () => process.exit(0));

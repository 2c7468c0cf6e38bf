/** Talks to a running product over its API: signs in, and imports files as the page does. */
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as pause } from 'node:timers/promises';

const pollMs = 500;

/** The product's refusal, told in its own codes. */
export class Refused extends Error {
  constructor({ status, code, errors = [], params = {} }) {
    const details = errors.map(({ field, code: what, params: more }) => `  ${field}: ${what}${more ? ` ${JSON.stringify(more)}` : ''}`);
    super([`The product refused: ${code} (${status})${Object.keys(params).length ? ` ${JSON.stringify(params)}` : ''}`, ...details].join('\n'));
    this.code = code;
  }
}

/** A signed-in caller of the API at an address such as http://localhost:3000. */
export class ProductClient {
  #cookie = '';

  constructor(url) {
    this.url = url.replace(/\/+$/, '');
  }

  async signIn(email, password) {
    const answer = await this.#fetch('POST', '/api/session', JSON.stringify({ email, password }), { 'content-type': 'application/json' });
    this.#cookie = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
    return answer.json();
  }

  /** Signs in with TANGENT_SESSION (the value of a session cookie), or with e-mail and password. */
  async begin(options) {
    const session = process.env.TANGENT_SESSION;
    if (session) {
      this.#cookie = `${this.url.startsWith('https:') ? '__Host-tangent' : 'tangent'}=${session}`;
      return;
    }
    const { email, password } = await credentials(options);
    await this.signIn(email, password);
  }

  async call(method, path, body) {
    const answer = await this.#fetch(method, path, body === undefined ? undefined : JSON.stringify(body), body === undefined ? {} : { 'content-type': 'application/json' });
    return answer.status === 204 ? null : answer.json();
  }

  async text(path) {
    return (await this.#fetch('GET', path)).text();
  }

  /** Uploads, maps, checks and, unless it is only a dry run, runs a file (CSV, or a sheet of an .xlsx file); `progress` is told how far it is. */
  async importFile(kind, file, { encoding, delimiter, sheet, ...mapping }, { isDryRun = false, progress = () => undefined } = {}) {
    const form = new globalThis.FormData();
    form.set('file', await openAsBlob(file), basename(file));
    let view = await (await this.#fetch('POST', `/api/imports?kind=${kind}`, form)).json();
    const at = `/api/imports/${view.id}`;
    if (view.format === 'xlsx') {
      if (sheet !== undefined && sheet !== view.sheet) view = await this.call('PUT', `${at}/format`, { sheet });
    } else if (encoding || delimiter) view = await this.call('PUT', `${at}/format`, { encoding: encoding ?? view.encoding, delimiter: delimiter ?? view.delimiter });
    await this.call('PUT', `${at}/mapping`, mapping);
    for (const step of isDryRun ? ['check'] : ['check', 'run']) {
      await this.call('POST', `${at}/${step}`);
      view = await this.#settled(at, step, progress);
      if (view.state === 'failed') throw new Error(`The import failed: ${view.failure}`);
    }
    return view;
  }

  /** Takes an import back, or only tells what that would do; answers its counts. */
  async undoImport(id, { isDryRun = false, progress = () => undefined } = {}) {
    const at = `/api/imports/${id}`;
    if (isDryRun) return this.call('GET', `${at}/undo`);
    await this.call('POST', `${at}/undo`);
    const { state, undo } = await this.#settled(at, 'undo', (step, { undo: { done, total } }) => progress(step, { rowsDone: done, rowsTotal: total }));
    if (state !== 'undone') throw new Error(`The undo stopped: ${undo.failure}`);
    return undo;
  }

  async #settled(path, step, progress) {
    for (;;) {
      const view = await this.call('GET', path);
      progress(step, view);
      if (!['checking', 'running', 'undoing'].includes(view.state)) return view;
      await pause(pollMs);
    }
  }

  async #fetch(method, path, body, headers = {}) {
    const answer = await fetch(this.url + path, { method, body, headers: { ...headers, ...(this.#cookie && { cookie: this.#cookie }) } }).catch((error) => {
      throw new Error(`No product answers at ${this.url} (${error.cause?.code ?? error.message}); start it, or give --url`);
    });
    if (answer.ok) return answer;
    throw new Refused(await answer.json().catch(() => ({ status: answer.status, code: answer.statusText })));
  }
}

/** E-mail and password: from the options, TANGENT_EMAIL and TANGENT_PASSWORD, else asked for in the terminal. */
async function credentials({ email }) {
  const ask = async (question, isSecret) => {
    if (!process.stdin.isTTY) throw new Error(`${question}: set TANGENT_EMAIL and TANGENT_PASSWORD`);
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    if (isSecret) terminal._writeToOutput = (text) => void (text.includes(question) && process.stdout.write(text));
    const answer = await terminal.question(`${question}: `);
    terminal.close();
    if (isSecret) process.stdout.write('\n');
    return answer;
  };
  return {
    email: email ?? process.env.TANGENT_EMAIL ?? (await ask('E-mail', false)),
    password: process.env.TANGENT_PASSWORD ?? (await ask('Password', true)),
  };
}

/** Where the product listens: --url, TANGENT_URL, or this machine. */
export const addressOf = ({ url }) => url ?? process.env.TANGENT_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;

/** A progress line that rewrites itself in a terminal and is silent elsewhere. */
export function showProgress(step, { rowsDone, rowsTotal }) {
  if (process.stdout.isTTY) process.stdout.write(`\r${{ check: 'Checking', undo: 'Undoing' }[step] ?? 'Importing'} ${rowsDone} of ${rowsTotal} ${step === 'undo' ? 'records' : 'rows'}${rowsDone === rowsTotal ? '\n' : ''}`);
}

/** What an undo does in one line, and why records stay. */
export const undoLine = ({ removed, putBack, partly, kept }) => [`${removed} removed, ${putBack} put back, ${partly} put back in part`, ...kept.map(({ reason, count }) => `${count} kept (${reason})`)].join(', ');

/** The counts of an import in one line. */
export const countsLine = ({ counts }) => Object.entries(counts).map(([fate, count]) => `${count} ${fate}`).join(', ');

/**
 * `npm start`: installs what is missing, builds what is stale, and runs the product in this terminal until it is
 * stopped. Needs Node 20 or newer and npm, nothing else.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { pauseBefore } from './lib/restarts.mjs';
import { exitCodeOf, memoryFlags, productNode, root, toolEnvironment } from './lib/workspace.mjs';

const usage = `npm start [-- OPTIONS]
  --demo       fill an empty database with a sample company; its accounts and passwords are printed
  --port N     serve on this port (default: PORT, or 3000)
  --host H     listen on this address (default: HOST, or 127.0.0.1)
  --help       this text
DATABASE_URL switches from the built-in database to a PostgreSQL server (15 to 18) of yours.`;

const say = (text) => console.log(text);

/** Reads the options; a wrong one is explained and ends the program. */
function readOptions() {
  try {
    const text = { type: 'string' };
    const flag = { type: 'boolean', default: false };
    const { values } = parseArgs({ options: { demo: flag, help: flag, port: text, host: text } });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
      throw new Error(`--port ${values.port} is not a port: give a number from 1 to 65535`);
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

/** Runs the product once, passing on the signals that come meanwhile; gives how it ended, if it was told to, and if it had opened for work. */
async function runOnce(args, env) {
  const child = spawn(productNode(), args, { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  let isToldToStop = false;
  let wasOpen = false;
  child.on('message', (message) => {
    wasOpen ||= message === 'open';
  });
  const passOn = (signal) => {
    isToldToStop = true;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, passOn);
  const [code, signal] = await new Promise((ended, failed) => {
    child.once('error', failed);
    child.once('exit', (...how) => ended(how));
  });
  for (const name of signals) process.off(name, passOn);
  return { code, signal, isToldToStop, wasOpen };
}

/** Runs the product until it ends by itself or is stopped; if it is killed from outside, it is started again. */
async function runProduct({ demo, port, host }) {
  const env = toolEnvironment({ ...(port && { PORT: port }), ...(host && { HOST: host }) });
  const args = [...memoryFlags, join(root, 'backend/dist/main.js'), ...(demo ? ['--demo'] : [])];
  for (let failures = 0; ; ) {
    const { code, signal, isToldToStop, wasOpen } = await runOnce(args, env);
    if (isToldToStop || !signal) return code ?? exitCodeOf(signal);
    failures = wasOpen ? 0 : failures + 1;
    say(`Tangent was ended by ${signal}; starting it again …`);
    await pause(pauseBefore(failures));
  }
}

const options = readOptions();
if (options.help) {
  say(usage);
} else {
  try {
    await ensureInstalled(say);
    await ensureBuilt(say);
    process.exitCode = await runProduct(options);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

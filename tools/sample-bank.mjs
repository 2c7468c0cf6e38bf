/** `npm run sample:bank`: the bank marketing data as files for the import; with --load also through the import of a running product. */
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { bankSample, channels, fields, mappings } from './lib/bank-sample.mjs';
import { ProductClient, addressOf, countsLine, showProgress } from './lib/product-client.mjs';
import { root } from './lib/workspace.mjs';

const usage = `npm run sample:bank [-- OPTIONS]
  --out DIR    where the files go (default: .data/samples/bank-marketing)
  --every N    take each N-th client only
  --load       import the files into the running product, with the channels and custom fields that they need
  --url U --email E   as in npm run import`;

function readOptions() {
  const text = { type: 'string' };
  const flag = { type: 'boolean', default: false };
  const { values } = parseArgs({ options: { out: text, every: text, url: text, email: text, load: flag, help: flag } });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  return { ...values, out: values.out ?? join(root, '.data/samples/bank-marketing'), every: Number(values.every ?? 1) };
}

const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes the two CSV files and their mappings; gives how many rows each has. */
async function writeFiles({ out, every }) {
  mkdirSync(out, { recursive: true });
  const counts = { customers: -1, communications: -1 };
  const files = Object.fromEntries(Object.keys(counts).map((kind) => [kind, createWriteStream(join(out, `${kind}.csv`))]));
  for (const { file, cells } of bankSample(readFileSync(join(root, 'backend/samples/bank-marketing/bank-full.csv.gz')), every)) {
    files[file].write(`${cells.map(cell).join(',')}\n`);
    counts[file]++;
  }
  for (const [kind, file] of Object.entries(files)) {
    file.end();
    await finished(file);
    writeFileSync(join(out, `${kind}.mapping.json`), `${JSON.stringify(mappings[kind], null, 2)}\n`);
  }
  return counts;
}

/** Adds what is missing of a list of the settings; what has the same key is taken as it is. */
async function add(product, list, wanted) {
  const { [list]: known } = await product.call('GET', '/api/vocabulary');
  for (const entry of wanted) if (!known.some(({ key }) => key === entry.key)) await product.call('POST', `/api/settings/${list}`, entry);
}

async function load({ out, ...options }) {
  const product = new ProductClient(addressOf(options));
  await product.begin(options);
  await add(product, 'channels', channels);
  await add(product, 'fields', fields);
  for (const kind of Object.keys(mappings)) {
    const start = performance.now();
    const view = await product.importFile(kind, join(out, `${kind}.csv`), mappings[kind], { progress: showProgress });
    console.log(`${kind}: ${countsLine(view)} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  }
}

async function run() {
  const options = readOptions();
  const counts = await writeFiles(options);
  console.log(`${counts.customers} customers and ${counts.communications} communications in ${options.out}`);
  console.log('Data: S. Moro, P. Rita, P. Cortez, "Bank Marketing", UCI Machine Learning Repository, doi 10.24432/C5K306, CC BY 4.0');
  if (options.load) await load(options);
}

run().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});

/** `npm run import -- <customers|communications> FILE --mapping MAPPING.json`, and `npm run import -- undo ID`: the import of the page, for scripts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ProductClient, addressOf, countsLine, showProgress, undoLine } from './lib/product-client.mjs';

const usage = `npm run import -- <customers|communications> FILE --mapping MAPPING.json [OPTIONS]
npm run import -- undo ID [OPTIONS]
  FILE          a CSV file or an .xlsx file
  ID            the import to take back, as it was printed
  --mapping M   how the columns are read; see docs/operations.md
  --dry-run     tell what would happen and change nothing
  --url U       where the product listens (default: TANGENT_URL, or http://localhost:PORT with port 3000)
  --email E     who imports (default: TANGENT_EMAIL, or asked for); the password is TANGENT_PASSWORD, or asked for;
                TANGENT_SESSION, a session cookie's value, goes instead of both
Ends with 0, or with 3 when rows were left out because of errors; their reasons are written to FILE.issues.csv.`;

function readOptions() {
  const text = { type: 'string' };
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { mapping: text, url: text, email: text, 'dry-run': { type: 'boolean' }, help: { type: 'boolean' } } });
  const [kind, file] = positionals;
  const isComplete = positionals.length === 2 && (kind === 'undo' || (['customers', 'communications'].includes(kind) && values.mapping));
  if (values.help || !isComplete) {
    console.error(usage);
    process.exit(values.help ? 0 : 2);
  }
  return { ...values, kind, file };
}

async function run() {
  const options = readOptions();
  const product = new ProductClient(addressOf(options));
  if (options.kind === 'undo') {
    await product.begin(options);
    const counts = await product.undoImport(options.file, { isDryRun: options['dry-run'], progress: showProgress });
    console.log(`${options['dry-run'] ? 'It would be' : 'Done'}: ${undoLine(counts)}.`);
    return;
  }
  const mapping = JSON.parse(readFileSync(options.mapping, 'utf8'));
  await product.begin(options);
  const view = await product.importFile(options.kind, options.file, mapping, { isDryRun: options['dry-run'], progress: showProgress });
  console.log(`${options['dry-run'] ? 'Dry run' : `Import ${view.id}`}: ${countsLine(view)}.`);
  if (view.counts.error + view.counts.duplicate === 0) return;
  const issues = `${options.file}.issues.csv`;
  writeFileSync(issues, await product.text(`/api/imports/${view.id}/issues.csv`));
  console.log(`Rows that were not taken over, with reasons: ${issues}`);
  if (view.counts.error > 0) process.exitCode = 3;
}

run().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});

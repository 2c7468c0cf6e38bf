import path from 'node:path';
import { readConfig } from "./platform/config.js";
import { run } from "./run.js";
const repository = path.resolve(import.meta.dirname, '../..');
try {
    await run(readConfig(process.env, repository), process.argv.slice(2));
}
catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
}

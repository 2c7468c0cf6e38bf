import fs from 'node:fs';
import { dictionary } from "./dictionary.js";
const [, , file] = process.argv;
if (!file)
    throw new Error('Say which file to write.');
fs.writeFileSync(file, dictionary());

import fs from 'node:fs';
import { dictionary } from './dictionary.ts';

const [, , file] = process.argv;
if (!file) throw new Error('Say which file to write.');
fs.writeFileSync(file, dictionary());

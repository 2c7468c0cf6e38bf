import fs from 'node:fs';
import path from 'node:path';

const APP = path.resolve(__dirname, '../..');
const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'];

function filesBelow(folder: string, matches: RegExp): string[] {
  return fs.readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && matches.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function flat(texts: object, prefix = ''): Map<string, string> {
  return new Map(Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'object' && value !== null ? [...flat(value, `${prefix}${key}.`)] : [[`${prefix}${key}`, String(value)]]));
}

const camelCase = (folder: string): string => folder.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const folders = filesBelow(APP, /^en\.json$/).map((file) => path.dirname(file)).sort();
// core's texts stand at the root.
const scopeOf = (folder: string): string => { const name = path.basename(path.dirname(folder)); return name === 'core' ? '' : camelCase(name); };
const readTexts = (folder: string, language: string): Map<string, string> => {
  const file = path.join(folder, `${language}.json`);
  return fs.existsSync(file) ? flat(JSON.parse(fs.readFileSync(file, 'utf8')) as object) : new Map<string, string>();
};
// Chinese has no singular: `_one` is asked of English only.
const comparable = (texts: Map<string, string>): string[] => [...texts.keys()].filter((key) => !key.endsWith('_one')).sort();
const valuesIn = (text: string): string[] => [...new Set(text.match(/\{\{\s*\w+\s*\}\}/g)?.map((value) => value.replace(/\s/g, '')) ?? [])].sort();

const allKeys = new Set(folders.flatMap((folder) => [...readTexts(folder, 'en').keys()].map((key) => (scopeOf(folder) ? `${scopeOf(folder)}.${key}` : key))));
const roots = new Set([...allKeys].map((key) => key.split('.')[0] ?? ''));

describe('texts', () => {
  test('there are folders to check', () => { expect(folders.length).toBeGreaterThanOrEqual(4); });

  for (const folder of folders) {
    describe(path.relative(APP, folder), () => {
      for (const language of LANGUAGES) {
        test(`${language} has every key, none more, none empty, with the same values inside`, () => {
          const english = readTexts(folder, 'en');
          const texts = readTexts(folder, language);
          expect(comparable(texts)).toEqual(comparable(english));
          expect([...texts].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
          expect([...texts].filter(([key, text]) => !sameValues(valuesIn(text), valuesIn(english.get(key) ?? ''))).map(([key]) => key)).toEqual([]);
        });
      }
    });
  }

  test('every key that is used is defined', () => {
    const sources = filesBelow(APP, /\.(ts|html)$/).filter((file) => !file.endsWith('.spec.ts') && !file.endsWith('schema.ts'));
    const unknown = sources.flatMap((file) => usedKeys(fs.readFileSync(file, 'utf8')).filter((key) => !isDefined(key)).map((key) => `${path.relative(APP, file)}: ${key}`));
    expect(unknown).toEqual([]);
  });

  test('every icon that is named in a template is registered', () => {
    const known = new Set(['shell-icons.ts', 'page-icons.ts'].flatMap((file) => [...fs.readFileSync(path.join(APP, 'core/icons', file), 'utf8').matchAll(/^ {2}(\w+)[:,]/gm)].map(([, name]) => name)));
    const named = filesBelow(APP, /\.(ts|html)$/).flatMap((file) => [...fs.readFileSync(file, 'utf8').matchAll(/svgIcon="(\w+)"/g)].map(([, name]) => `${name}`));
    expect(named.filter((name) => !known.has(name) && name !== 'name')).toEqual([]);
  });
});

// Rights are written like keys ('customers.write') and are none.
const RIGHTS = new Set([.../rights: \(([^)]*)\)/.exec(fs.readFileSync(path.join(APP, 'core/api/schema.ts'), 'utf8'))?.[1]?.matchAll(/"([^"]+)"/g) ?? []].map(([, right]) => right));

// All literals that start with the name of a scope, wherever they stand, and everything given to t().
function usedKeys(source: string): string[] {
  const literals = [...source.matchAll(/['"`]([a-z]\w*\.[\w.]*?)(?:['"`]|\$\{)/gi)].map(([, key]) => key ?? '').filter((key) => roots.has(key.split('.')[0] ?? ''));
  const asked = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? '');
  return [...new Set([...literals, ...asked])].filter((key) => !RIGHTS.has(key) && !/\.(json|ts|html|scss|css|svg|js)$/.test(key));
}

function isDefined(key: string): boolean {
  if (key.endsWith('.')) return [...allKeys].some((known) => known.startsWith(key));
  return allKeys.has(key) || allKeys.has(`${key}_other`) || [...allKeys].some((known) => known.startsWith(key) && key.endsWith('_'));
}

function sameValues(one: string[], other: string[]): boolean {
  return one.join() === other.join();
}

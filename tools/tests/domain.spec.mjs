/** docs/domain.md names a test for every rule, and every test it names is there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { provenRules, titlesIn } from '../lib/domain.mjs';

const root = join(import.meta.dirname, '../..');
const rules = provenRules(readFileSync(join(root, 'docs/domain.md'), 'utf8'));

test('every rule of docs/domain.md names a test', () => {
  assert.ok(rules.length > 60, `only ${rules.length} rules were found`);
  assert.deepEqual(rules.filter(({ proofs }) => proofs.length === 0).map(({ text }) => text), []);
});

test('every test that docs/domain.md names is there', () => {
  const missing = rules.flatMap(({ proofs }) => proofs).filter(({ file, title }) => !existsSync(join(root, file)) || !titlesIn(readFileSync(join(root, file), 'utf8')).has(title));
  assert.deepEqual(missing.map(({ file, title }) => `${file} › ${title}`), []);
});

test('a rule without a test, and a test without a file, would be seen', () => {
  const [one, two] = provenRules('- A rule.\n- Another, over\n  two lines.\n  - `a/b.spec.ts` › does it\n  - no proof at all\n\nText.\n');
  assert.deepEqual(one, { text: 'A rule.', proofs: [] });
  assert.deepEqual(two, { text: 'Another, over two lines.', proofs: [{ file: 'a/b.spec.ts', title: 'does it' }, { file: '', title: 'no proof at all' }] });
});

test('titles are read however they are quoted', () => {
  const source = "describe('one', () => {\n  it(\"it's two\", () => {});\n  it.each<[string, number]>([['a', 1]])('three %s', () => {});\n  it.each([\n    ['x'],\n  ])('four', f);\n  test('can\\'t', f);\n  test(`five`, f);\n});";
  assert.deepEqual([...titlesIn(source)], ['one', "it's two", 'three %s', 'four', "can't", 'five']);
});

/** One breach of each lint rule that this workspace relies on, and the proof that it is reported. */
import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { ESLint } from 'eslint';
import { plant } from './planted-tree.mjs';

const long = (lines, indent = '') => `${indent}work();\n`.repeat(lines);
const template = (body) => `<main>${body}</main>\n`;
const inTemplate = 'frontend/src/app/ui/planted';

/** Each breach: the rule that must find it, the file it stands in, and the text that breaks the rule. */
const breaches = [
  ['@typescript-eslint/no-explicit-any', 'backend/src/people/any.ts', 'const anything: any = 1;\nvoid anything;\n'],
  ['@typescript-eslint/no-floating-promises', 'backend/src/people/floating.ts', 'Promise.reject(new Error());\n'],
  ['@typescript-eslint/ban-ts-comment', 'backend/src/people/ignore.ts', '// @ts-ignore\nvoid 1;\n'],
  ['@typescript-eslint/no-unused-vars', 'backend/src/people/unused.ts', 'const unused = 1;\n'],
  ['eqeqeq', 'backend/src/people/equal.ts', 'const n = Math.random();\nvoid (n == 1);\n'],
  ['max-lines', 'backend/src/people/long-file.ts', `declare const work: () => void;\n${long(300)}`],
  [
    'max-lines-per-function',
    'backend/src/people/long-function.ts',
    `declare const work: () => void;\nvoid (() => {\n${long(39, '  ')}});\n`,
  ],
  ['no-warning-comments', 'backend/src/people/later.ts', `void 1; // ${'TO'}${'DO'} finish\n`],
  ['tangent/documented-exports', 'backend/src/people/silent.ts', 'export const answer = 42;\n'],
  ['no-restricted-properties', 'backend/src/people/now.ts', 'void Date.now();\n'],
  ['no-restricted-properties', 'backend/src/people/taken-apart.ts', 'const { now } = Date;\nvoid now;\n'],
  ['no-restricted-properties', 'frontend/src/app/ui/temporal.ts', 'void Temporal.Now.instant();\n'],
  ['no-restricted-syntax', 'backend/src/people/new-date.ts', 'void new Date();\n'],
  ['no-restricted-syntax', 'backend/src/people/date-text.ts', 'void Date();\n'],
  ['no-restricted-syntax', 'frontend/src/app/ui/new-date.ts', 'void new Date();\n'],
  ['no-restricted-syntax', 'backend/src/people/focused.spec.ts', `it.${'only'}('runs', () => undefined);\n`],
  [
    'no-restricted-syntax',
    'backend/src/people/skipped.spec.ts',
    `describe.${'skip'}.each([1])('runs', () => undefined);\n`,
  ],
  ['no-restricted-syntax', 'frontend/src/app/ui/fit.spec.ts', `${'f'}it('runs', () => undefined);\n`],
  ['no-restricted-syntax', 'backend/src/people/left-out.spec.ts', `${'x'}describe('runs', () => undefined);\n`],
  [
    'no-restricted-syntax',
    'frontend/e2e/focused.spec.ts',
    `declare const test: any;\ntest.describe.${'only'}('runs', 1);\n`,
  ],
  ['no-restricted-syntax', 'tools/focused.spec.mjs', `import { test } from 'node:test';\ntest.${'skip'}('runs');\n`],
  [
    '@angular-eslint/prefer-inject',
    'frontend/src/app/ui/injected.ts',
    angularClass('constructor(readonly http: HttpClient) {}'),
  ],
  ['@angular-eslint/prefer-signals', 'frontend/src/app/ui/input.ts', angularClass('@Input() name = "";')],
  ['@angular-eslint/template/alt-text', `${inTemplate}/alt.html`, template('<img src="a.png">')],
  [
    '@angular-eslint/template/click-events-have-key-events',
    `${inTemplate}/click.html`,
    template('<div (click)="go()"></div>'),
  ],
  [
    '@angular-eslint/template/interactive-supports-focus',
    `${inTemplate}/focus.html`,
    template('<span (click)="go()" (keydown)="go()"></span>'),
  ],
  [
    '@angular-eslint/template/label-has-associated-control',
    `${inTemplate}/label.html`,
    template('<label>Name</label>'),
  ],
  ['@angular-eslint/template/valid-aria', `${inTemplate}/aria.html`, template('<div aria-labelby="x"></div>')],
  [
    '@angular-eslint/template/elements-content',
    `${inTemplate}/empty.html`,
    template('<button type="button"></button>'),
  ],
  ['@angular-eslint/template/button-has-type', `${inTemplate}/button.html`, template('<button>Save</button>')],
  ['@angular-eslint/template/prefer-control-flow', `${inTemplate}/if.html`, template('<p *ngIf="name">a</p>')],
  ['@angular-eslint/template/no-any', `${inTemplate}/any.html`, template('{{ $any(name) }}')],
];

function angularClass(body) {
  return `import { HttpClient } from '@angular/common/http';
import { Component, Input } from '@angular/core';
void HttpClient;
void Input;
/** A part. */
@Component({ selector: 'app-planted', template: '' })
export class Planted { ${body} }
`;
}

const silencedFile = 'backend/src/people/silenced.ts';
const silenced = `/* ${'eslint'}-disable */\nvoid Date.now();\n`;
const clean = {
  'frontend/src/main.ts': 'export {};\n',
  'backend/src/platform/clock.ts': '/** The clock. */\nexport const now = (): Date => new Date(Date.now());\n',
  'frontend/src/app/core/clock/clock.ts': '/** The clock. */\nexport const now = (): Date => new Date();\n',
  'backend/src/people/good.ts': `/** Kinds. */\nexport const kinds = ['a'] as const;\nexport type Kind = (typeof kinds)[number];\n`,
  'backend/src/people/good.spec.ts': `it('runs', () => {\n${'  expect(new Date(0).getTime()).toBe(0);\n'.repeat(60)}});\n`,
  [`${inTemplate}/good.html`]: template('<button type="button" (click)="go()">Go</button>'),
};

let planted;
let found;

before(async () => {
  const files = Object.fromEntries(breaches.map(([, file, text]) => [file, text]));
  planted = plant({ ...clean, ...files, [silencedFile]: silenced });
  const results = await new ESLint({ cwd: planted.folder }).lintFiles(['backend', 'frontend', 'tools']);
  found = new Map(
    results.map(({ filePath, messages }) => [relative(planted.folder, filePath).replaceAll('\\', '/'), messages]),
  );
});
after(() => planted.remove());

for (const [rule, file] of breaches)
  test(`${rule} is reported in ${file}`, () => {
    assert.ok(found.has(file), `${file} was not looked at`);
    const rules = found.get(file).map(({ ruleId, message }) => ruleId ?? message);
    assert.ok(rules.includes(rule), `reported was only ${rules.join(', ') || 'nothing'}`);
  });

test('a comment that switches rules off switches nothing off, and is reported itself', () => {
  const messages = found.get(silencedFile).map(({ ruleId, message }) => ruleId ?? message);
  assert.ok(messages.includes('no-restricted-properties'));
  assert.ok(messages.some((message) => /noInlineConfig/.test(message)));
});

test('what keeps the rules is not reported', () => {
  const reported = Object.keys(clean).flatMap((file) =>
    found.get(file).map(({ message }) => `${join(file)}: ${message}`),
  );
  assert.deepEqual(reported, []);
});

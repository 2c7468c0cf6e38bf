import { stringify } from 'csv-stringify/sync';
import type { Language } from '../kernel/index.ts';
import type { ImportIssue } from './import-issue.entity.ts';
import { fateName, issueHeadings, reasonOf } from './reasons.ts';

// A spreadsheet would run such a cell as a formula.
const FORMULA = /^[=+\-@\t\r]/;
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The issues of an import as CSV with a byte order mark (so that spreadsheets read it as UTF-8), in a person's language. */
export async function* issuesFile(portions: AsyncIterable<readonly ImportIssue[]>, language: Language): AsyncGenerator<string> {
  yield `\uFEFF${stringify([[...issueHeadings(language)]])}`;
  for await (const portion of portions) {
    yield stringify(portion.map(({ line, columnName, value, fate, code, params }) => [line, harmless(columnName), harmless(value), fateName(fate, language), reasonOf(code, params, language)]));
  }
}

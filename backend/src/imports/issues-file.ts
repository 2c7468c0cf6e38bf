import type { Language } from '../kernel/index.ts';
import { BYTE_ORDER_MARK, csvLine } from '../platform/csv/csv.ts';
import type { ImportIssue } from './import-issue.entity.ts';
import { fateName, issueHeadings, reasonOf } from './reasons.ts';

/** The issues of an import as CSV with a byte order mark (so that spreadsheets read it as UTF-8), in a person's language. */
export async function* issuesFile(portions: AsyncIterable<readonly ImportIssue[]>, language: Language): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(issueHeadings(language));
  for await (const portion of portions) {
    yield portion.map(({ line, columnName, value, fate, code, params }) => csvLine([String(line), columnName, value, fateName(fate, language), reasonOf(code, params, language)])).join('');
  }
}

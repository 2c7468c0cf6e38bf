import { stringify } from 'csv-stringify/sync';
import { fateName, issueHeadings, reasonOf } from "./reasons.js";
// A spreadsheet would run such a cell as a formula.
const FORMULA = /^[=+\-@\t\r]/;
const harmless = (text) => (FORMULA.test(text) ? `'${text}` : text);
/** The issues of an import as CSV with a byte order mark (so that spreadsheets read it as UTF-8), in a person's language. */
export async function* issuesFile(portions, language) {
    yield `\uFEFF${stringify([[...issueHeadings(language)]])}`;
    for await (const portion of portions) {
        yield stringify(portion.map(({ line, columnName, value, fate, code, params }) => [line, harmless(columnName), harmless(value), fateName(fate, language), reasonOf(code, params, language)]));
    }
}

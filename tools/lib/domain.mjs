/** The rules of a text like docs/domain.md: a bullet each, with the tests that prove it as bullets below, "`file` › title". */
export function provenRules(text) {
  const rules = [];
  for (const line of text.split('\n')) {
    const current = rules.at(-1);
    if (line.startsWith('- ')) rules.push({ text: line.slice(2), proofs: [] });
    else if (line.startsWith('  - ') && current) current.proofs.push(proofOf(line.slice(4)));
    else if (/^ {2}\S/.test(line) && current && current.proofs.length === 0) current.text += ` ${line.trim()}`;
  }
  return rules;
}

function proofOf(text) {
  const [, file = '', title = text] = /^`([^`]+)` › (.+)$/.exec(text) ?? [];
  return { file, title };
}

// A call of describe, it or test, or the second call of `it.each(…)(…)`, with a literal as its first argument.
const TITLE = /(?:\b(?:describe|it|test)|\))\((['"`])((?:\\.|(?!\1).)*)\1,/g;

/** The titles of all tests and groups of tests in a file. */
export const titlesIn = (source) => new Set([...source.matchAll(TITLE)].map(([, , title]) => title.replaceAll(/\\(['"`\\])/g, '$1')));

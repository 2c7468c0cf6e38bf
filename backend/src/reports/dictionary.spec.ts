import fs from 'node:fs';
import path from 'node:path';
import { dictionary } from './dictionary.ts';
import { REPORTS } from './registry/catalogue.ts';
import { DIMENSIONS } from './registry/dimensions.ts';
import { MEASURES } from './registry/measures.ts';

describe('the dictionary of reports', () => {
  const file = path.resolve(__dirname, '../../../docs/reports.md');

  it('is what docs/reports.md says (npx nx run backend:reports-dictionary writes it)', () => {
    expect(fs.readFileSync(file, 'utf8')).toBe(dictionary());
  });

  it('has words in three languages for whatever is shown', () => {
    const texts: unknown[] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('en' in value) texts.push(value);
      else Object.values(value).forEach(collect);
    };
    [REPORTS, MEASURES, DIMENSIONS].forEach(collect);
    expect(texts.length).toBeGreaterThan(80);
    for (const text of texts) expect(text).toEqual({ en: expect.stringMatching(/\S/), zhHans: expect.stringMatching(/\S/), zhHant: expect.stringMatching(/\S/) });
  });

  it('names each report, each column of a measure and each dimension of a source once', () => {
    const once = (keys: readonly string[]): void => expect(new Set(keys).size).toBe(keys.length);
    once(REPORTS.map(({ key }) => key));
    for (const { parts, rate } of Object.values(MEASURES)) {
      const columns = parts.flatMap((part) => part.columns.map(({ key }) => key));
      once(columns);
      if (rate) expect(columns).toEqual(expect.arrayContaining([rate.of, rate.among]));
    }
    Object.values(DIMENSIONS).forEach((list) => once(list.map(({ key }) => key)));
    for (const { dimensions, by } of REPORTS) expect(dimensions).toEqual(expect.arrayContaining([...by]));
  });
});

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

describe('the contract', () => {
  it('has one shape for each name: of two classes of one name the description would hold only the last', () => {
    const source = path.resolve(import.meta.dirname, '../src');
    const names = globSync('**/*.dto.ts', { cwd: source }).flatMap((file) => [...readFileSync(path.join(source, file), 'utf8').matchAll(/^export (?:abstract )?class (\w+)/gm)].map(([, name]) => name ?? ''));
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

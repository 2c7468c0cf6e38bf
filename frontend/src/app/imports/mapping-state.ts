import { View } from '../core/api';

/** An import as its page reads it. */
export type ImportView = View<'ImportView'>;
/** Something that a column can fill. */
export type Target = View<'ImportTargetView'>;
/** How a file is read. */
export type Mapping = View<'MappingView'>;
/** Where one column goes. */
export type ColumnMapping = View<'ColumnMappingView'>;

/** What stands in the form for each column of the file; `to` is empty for a column that is left out. */
export type ColumnChoice = Omit<ColumnMapping, 'column'>;

/** The targets that are worth a default, by kind of file, in the order in which they are asked. */
export const DEFAULTS: Readonly<Record<ImportView['kind'], readonly string[]>> = {
  customers: ['owner', 'team', 'tier', 'stage', 'stageReason', 'source', 'tags', 'kind'],
  communications: ['author', 'channel', 'direction', 'disposition', 'outcome'],
};

/** The choices to begin with: the mapping as chosen, else as suggested, for every column. */
export function choicesOf({ columns, mapping, suggestion }: ImportView): Map<string, ColumnChoice> {
  const from = new Map((mapping ?? suggestion).columns.map(({ column, ...choice }) => [column, choice] as const));
  return new Map(columns.map(({ name }) => [name, from.get(name) ?? { to: '' }]));
}

/** A column newly sent to a target gets the format that fits what stands in it. */
export function choiceFor(column: ImportView['columns'][number], target: Target | undefined): ColumnChoice {
  if (!target) return { to: '' };
  const [format] = column.dateFormats;
  if (isDay(target)) return { to: target.key, format: format ?? 'YYYY-MM-DD' };
  if (target.reading === 'number') return { to: target.key, decimal: column.decimals[0] ?? '.' };
  return { to: target.key };
}

/** Whether cells of the target are days or moments. */
export const isDay = ({ reading }: Target): boolean => reading === 'day' || reading === 'moment';

/** Whether cells of the target are words of a list. */
export const isWord = ({ reading }: Target): boolean => reading === 'word' || reading === 'words';

/** What the API is given: columns that go somewhere, defaults that are not empty. */
export function mappingOf(choices: ReadonlyMap<string, ColumnChoice>, defaults: Readonly<Record<string, string>>): Mapping {
  const columns = [...choices].flatMap(([column, choice]) => (choice.to ? [{ column, ...choice }] : []));
  return { columns, defaults: Object.fromEntries(Object.entries(defaults).filter(([, text]) => text.trim() !== '')) };
}

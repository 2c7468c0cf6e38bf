import type { DateFormat } from './date-formats.rules.ts';
import type { DecimalMark } from './numbers.rules.ts';

/** What happens with a word that is not known: the row is refused, the cell counts as empty, a choice of the custom field is added, or it becomes a tag. */
export const UNKNOWN_WORDS = ['error', 'leave_empty', 'create', 'tag'] as const;
export type UnknownWord = (typeof UNKNOWN_WORDS)[number];

/** Where one column of the file goes. */
export interface ColumnMapping {
  /** Name of the column as the header says. */
  column: string;
  /** What it fills; see `targets.ts`. Custom fields are `field:<key>`. */
  to: string;
  format?: DateFormat;
  decimal?: DecimalMark;
  /** What stands between several tags in one cell. */
  separator?: string;
  /** Words of the file and what they mean: a key, a name in any language, or a person's e-mail address. */
  values?: Record<string, string>;
  unknown?: UnknownWord;
}

/** How a file is read. */
export interface Mapping {
  columns: ColumnMapping[];
  /** What counts where the file has no such column, or the cell is empty, by target. */
  defaults: Record<string, string>;
}

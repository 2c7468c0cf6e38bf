import type { InspectedColumn } from '../file/inspection.ts';
import type { ColumnMapping, Mapping } from './mapping.rules.ts';
import { type Target, headerKey } from './targets.ts';
import type { Vocabulary } from './words.ts';

/** A mapping to begin with: columns by what their headers say, with the formats that fit what stands in them. */
export function suggestedMapping(columns: readonly InspectedColumn[], vocabulary: Vocabulary): Mapping {
  const taken = new Set<string>();
  // Our own export, in which a tag may hold any other sign.
  const isOurs = columns.some(({ name }) => name === 'tangentId');
  const suggested = columns.flatMap((column): ColumnMapping[] => {
    const target = bestTarget(column, vocabulary, taken);
    if (!target) return [];
    if (!target.isMany) taken.add(target.key);
    return [{ column: column.name, to: target.key, ...formatsOf(column, target), ...(isOurs && target.reading.as === 'tags' ? { separator: ';' } : {}) }];
  });
  return { columns: suggested, defaults: {} };
}

/** The date format and decimal mark that a column needs when it fills the target. */
export function formatsOf({ dateFormats, decimals }: InspectedColumn, { reading }: Target): Partial<ColumnMapping> {
  if ((reading.as === 'day' || reading.as === 'moment') && dateFormats[0]) return { format: dateFormats[0] };
  return reading.as === 'number' && decimals[0] === ',' ? { decimal: ',' } : {};
}

/** The target whose list of headers names the column earliest: `name` as the first word of a list beats it as the last. */
function bestTarget(column: InspectedColumn, { targets }: Vocabulary, taken: ReadonlySet<string>): Target | null {
  const header = headerKey(column.name);
  let best: Target | null = null;
  let bestRank = Infinity;
  for (const target of targets.values()) {
    const rank = target.key === column.name ? -1 : target.headers.indexOf(header);
    const isFree = !taken.has(target.key) && fits(column, target) && (rank >= 0 || target.key === column.name);
    if (isFree && rank < bestRank) [best, bestRank] = [target, rank];
  }
  return best;
}

/** A column of dates is not suggested for what stands in no date format. */
function fits(column: InspectedColumn, { reading }: Target): boolean {
  if (column.filled === 0 || (reading.as !== 'day' && reading.as !== 'moment')) return true;
  return column.dateFormats.length > 0;
}

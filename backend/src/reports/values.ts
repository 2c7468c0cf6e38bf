import type { Actor } from '../people/index.ts';
import { visibleCustomers } from '../people/index.ts';
import { type DimensionValue, labelOf, labelsQuery, valuesOf } from './labels.ts';
import type { Read } from './reading.ts';
import type { Dimension } from './registry/dimensions.ts';
import { Parameters, type Query } from './sql/parameters.ts';

const MOST_VALUES = 100;

/** The values a filter offers: all of a fixed list, of references those with a label, of texts those that visible customers have. */
export async function offeredValues(read: Read, dimension: Dimension, actor: Actor, text: string): Promise<DimensionValue[]> {
  const values = await valuesOf(read, dimension, await keysOf(read, dimension, actor, text), actor.language);
  const wanted = text.toLowerCase();
  return values.filter((value) => labelOf(value, actor.language).toLowerCase().includes(wanted)).slice(0, MOST_VALUES);
}

async function keysOf(read: Read, dimension: Dimension, actor: Actor, text: string): Promise<string[]> {
  if (dimension.kind === 'word') return Object.keys(dimension.values ?? {});
  const query = dimension.kind === 'reference' ? labelsQuery(dimension.labels ?? '', null) : textsQuery(dimension, actor, text);
  return (await read<{ key: string }>(query)).map(({ key }) => key);
}

function textsQuery(dimension: Dimension, actor: Actor, text: string): Query {
  const parameters = new Parameters();
  const scope = visibleCustomers(actor, 'c', parameters.next);
  parameters.addAll(scope.values);
  const value = dimension.field === undefined ? dimension.sql : `nullif(c.fields ->> ${parameters.add(dimension.field)}, '')`;
  const holds = `position(lower(${parameters.add(text)}) in lower(v.key)) > 0`;
  return { text: `SELECT v.key FROM customer_facts c CROSS JOIN LATERAL (SELECT ${value} AS key) v WHERE ${scope.sql} AND ${holds} GROUP BY v.key ORDER BY count(*) DESC, v.key LIMIT ${MOST_VALUES}`, values: parameters.values };
}

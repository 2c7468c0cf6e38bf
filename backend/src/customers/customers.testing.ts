import type { TestActor } from '../../test/world.ts';
import type { CustomerPage, CustomerRow } from './list/list.dto.ts';
import type { CreateCustomer, CustomerView } from './customer.dto.ts';

/** What the product refused, field by field. */
export interface Refused {
  code: string;
  errors?: { field: string; code: string }[];
}

/** A customer that somebody created over HTTP. */
export async function customerOf(actor: TestActor, given: Partial<CreateCustomer> = {}): Promise<CustomerView> {
  const answer = await actor.post('/api/customers', { name: 'Blue Lake Ltd', kind: 'organisation', ...given });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<CustomerView>();
}

/** One page of the list. */
export async function pageOf(actor: TestActor, query: Record<string, string | string[]> = {}): Promise<CustomerPage> {
  const answer = await actor.get(`/api/customers?${queryOf(query)}`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<CustomerPage>();
}

/** The whole list, page after page. */
export async function allPagesOf(actor: TestActor, query: Record<string, string | string[]> = {}): Promise<CustomerRow[]> {
  const rows: CustomerRow[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { items, next }: CustomerPage = await pageOf(actor, cursor ? { ...query, cursor } : query);
    rows.push(...items);
    cursor = next;
  }
  return rows;
}

/** How many there are. */
export async function countOf(actor: TestActor, query: Record<string, string | string[]> = {}): Promise<number> {
  return (await actor.get(`/api/customers/count?${queryOf(query)}`)).json<{ count: number }>().count;
}

/** Lists as repeated parameters, as the page sends them. */
export const queryOf = (query: Record<string, string | string[]>): string =>
  new URLSearchParams(Object.entries(query).flatMap(([key, value]) => [value].flat().map((one) => [key, one]))).toString();

/** `field code` of everything that was refused. */
export const refusals = (answer: { json: <T>() => T }): string[] => (answer.json<Refused>().errors ?? []).map(({ field, code }) => `${field} ${code}`);

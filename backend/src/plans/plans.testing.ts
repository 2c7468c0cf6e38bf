import type { TestActor } from '../../test/world.ts';
import type { CustomerView } from '../customers/index.ts';
import type { PlanItemView } from './items/plan-items.dto.ts';
import type { PlanView } from './plans.dto.ts';

/** A plan that somebody began over HTTP. */
export async function planOf(actor: TestActor, given: object = {}): Promise<PlanView> {
  return answered(await actor.post('/api/plans', { name: 'Spring', fromOn: '2026-01-01', untilOn: '2027-01-01', ...given }));
}

/** A customer that somebody created over HTTP. */
export async function customerOf(actor: TestActor, given: object): Promise<CustomerView> {
  const answer = await actor.post('/api/customers', { kind: 'organisation', ...given });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<CustomerView>();
}

/** `field code` of everything that was refused. */
export const refusals = (answer: { json: <T>() => T }): string[] => (answer.json<{ errors?: { field: string; code: string }[] }>().errors ?? []).map(({ field, code }) => `${field} ${code}`);

/** The plan with one item more: complete but for what is given. */
export async function withItem(actor: TestActor, { id, version }: PlanView, given: object): Promise<PlanView> {
  const item = { objective: 'Keep in touch', startsOn: '2026-04-01', place: 'Their office', content: 'What is new', ...given };
  return answered(await actor.post(`/api/plans/${id}/items`, item, ifMatch(version)));
}

/** The plan after a step. */
export async function stepped(actor: TestActor, { id, version }: PlanView, step: string, body: object = {}): Promise<PlanView> {
  return answered(await actor.post(`/api/plans/${id}/${step}`, body, ifMatch(version)));
}

/** The header that names the version a change is made from. */
export const ifMatch = (version: number): Record<string, string> => ({ 'if-match': String(version) });

/** The item of a plan that stands there. */
export const itemAt = ({ items }: PlanView, index: number): PlanItemView => items[index]!;

function answered(answer: Awaited<ReturnType<TestActor['post']>>): PlanView {
  if (answer.statusCode > 201) throw new Error(answer.body);
  return answer.json<PlanView>();
}

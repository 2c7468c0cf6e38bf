import { type LocalisedNames, nameIn } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { freshRows } from '../../platform/database/statements.ts';
import { Acting, type Dealing } from './acting.ts';

interface Asked {
  readonly key: string;
  readonly daysAgo: number;
  readonly amount: number | null;
  readonly title: LocalisedNames;
  readonly text: LocalisedNames;
  readonly decision?: { readonly outcome: 'approved' | 'returned'; readonly comment: string };
}

const REQUESTS: readonly Asked[] = [
  {
    key: 'discount', daysAgo: 7, amount: 3_600,
    title: { en: 'Discount of 5 % on the first order', zhHans: '首单优惠 5%', zhHant: '首單優惠 5%' },
    text: { en: 'They order three units at once and have a quotation of another maker.', zhHans: '客户一次订三台，手上有其他品牌的报价。', zhHant: '客戶一次訂三台，手上有其他品牌的報價。' },
    decision: { outcome: 'approved', comment: '同意，仅限本单。 Fine, for this order only.' },
  },
  {
    key: 'terms', daysAgo: 5, amount: null,
    title: { en: 'Payment within 60 days', zhHans: '账期延长到 60 天', zhHant: '帳期延長到 60 天' },
    text: { en: 'Their accounting pays once in two months.', zhHans: '客户财务每两个月付款一次。', zhHant: '客戶財務每兩個月付款一次。' },
    decision: { outcome: 'returned', comment: '请先拿到上一年的付款记录。 Please get their payment record of last year first.' },
  },
  {
    key: 'trial', daysAgo: 1, amount: 1_900,
    title: { en: 'Trial unit for four weeks', zhHans: '样机试用四周', zhHant: '樣機試用四週' },
    text: { en: 'They decide after the trial; freight is ours.', zhHans: '试用后决定，运费由我方承担。', zhHant: '試用後決定，運費由我方承擔。' },
  },
];
/** Who asks, in three languages; whoever of them the cast does not have is stood in for. */
const ASKERS = ['xiaoman', 'xiazhi', 'hazel'];
const IN_TALKS = `SELECT c.id FROM customers c JOIN stages s ON s.id = c.stage_id WHERE c.owner_id = $1 AND s.kind = 'open' AND c.archived_at IS NULL ORDER BY s.position DESC, c.external_id OFFSET $2 LIMIT 1`;

/** Requests for a decision about customers: one was approved, one sent back, one waits. */
export async function askForDecisions(given: Dealing): Promise<void> {
  const acting = new Acting(given, 'request');
  const { tools, company } = given;
  const askers = ASKERS.flatMap((key) => company.actors.get(key) ?? []);
  for (const [i, { key, daysAgo, amount, title, text, decision }] of REQUESTS.entries()) {
    const asker = askers[i % askers.length];
    const customer = asker && (await customerOf(given, asker, i));
    if (!customer) continue;
    const asked = { customerId: customer, title: nameIn(title, asker.language), text: nameIn(text, asker.language), amount, deciderIds: [acting.manager.personId] };
    const { id } = await acting.daysAgo(daysAgo, key, asker, (actor) => tools.requests.ask(actor, asked));
    if (decision) await acting.daysAgo(daysAgo - 2, `${key} decided`, acting.manager, (actor) => tools.deciding.decide(actor, id, decision.outcome, decision.comment));
  }
}

async function customerOf({ tools }: Dealing, { personId }: Actor, place: number): Promise<string | undefined> {
  return (await freshRows<{ id: string }>(tools.source, IN_TALKS, [personId, place]))[0]?.id;
}

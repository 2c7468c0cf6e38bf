import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ContactKind } from '../channels/index.ts';
import { appliedNorm } from '../follow-ups/index.ts';
import { decodeCursor, invalid, notFound, pageOf, periodOf } from '../kernel/index.ts';
import { type NormInForce, NormReads, nearestNorm, renderedScript } from '../norms/index.ts';
import { type Actor, seesPerson } from '../people/index.ts';
import { mustSeePlan, plansSeen } from '../plans/index.ts';
import { Clock } from '../platform/clock.ts';
import { rows } from '../platform/database/statements.ts';
import { isQuiet } from '../touchpoints/index.ts';
import { type Choice, cardsBy } from './card.statements.ts';
import { type CardItemView, type CardPromiseView, type ContactCardView, type ContactCardsQuery, type ContactCardsView, MOST_CARDS } from './contact-cards.dto.ts';

const USUAL = 50;
const START = ['1900-01-01', '00000000-0000-0000-0000-000000000000'] as const;

interface CardRow extends Omit<ContactCardView, 'norm' | 'promise' | 'item' | 'customer'> {
  itemNormId: string | null;
  contactKind: ContactKind | null;
  versionId: string | null;
  company: string;
  customerKind: 'person' | 'organisation';
  responseMinutes: number | null;
  isResponseInWorkingTime: boolean | null;
  item: Omit<CardItemView, 'isPlanVisible'> | null;
  customer: Omit<ContactCardView['customer'], 'isQuietNow'>;
}

/** The design of planned contacts, each as a page to work from or to print. */
@Injectable()
export class ContactCards {
  constructor(
    private readonly source: DataSource,
    private readonly norms: NormReads,
    private readonly clock: Clock,
  ) {}

  /** The card of one touchpoint, open or not; 404 out of scope. */
  async one(actor: Actor, touchpointId: string): Promise<ContactCardView> {
    const [card] = await this.cards(actor, 'ids', [[touchpointId], null, null], START, 1);
    if (!card) throw notFound();
    return card;
  }

  /** A page of cards; 404 for a plan or a person that the actor does not see. */
  async page(actor: Actor, query: ContactCardsQuery): Promise<ContactCardsView> {
    const { choice, values } = await this.chosen(actor, query);
    const limit = query.ids ? MOST_CARDS : (query.limit ?? USUAL);
    const found = await this.cards(actor, choice, values, query.after === undefined ? START : decodeCursor(query.after, ['date', 'uuid']), limit + 1);
    const { items, next } = pageOf(found, limit, ({ dueOn, touchpointId }) => [dueOn, touchpointId]);
    return { items: [...items], next };
  }

  private async chosen(actor: Actor, { ids, planId, itemId, ownerId, from, until }: ContactCardsQuery): Promise<{ choice: Choice; values: readonly unknown[] }> {
    if ([ids, planId, ownerId].filter((one) => one !== undefined).length !== 1) throw invalid('ids', 'choose_one');
    if (ids) return { choice: 'ids', values: [ids, null, null] };
    if (planId !== undefined) {
      await mustSeePlan(this.source.manager, actor, planId);
      return { choice: 'plan', values: [planId, itemId ?? null, null] };
    }
    if (ownerId === undefined || !seesPerson(actor, ownerId)) throw notFound();
    if (from === undefined) throw invalid('from', 'required');
    if (until === undefined) throw invalid('until', 'required');
    const period = periodOf(from, until);
    return { choice: 'owner', values: [ownerId, period.from, period.until] };
  }

  private async cards(actor: Actor, choice: Choice, chosen: readonly unknown[], after: readonly unknown[], most: number): Promise<ContactCardView[]> {
    const { text, values } = cardsBy(choice, actor);
    const found = await rows<CardRow & Record<string, unknown>>(this.source, text, [...chosen, ...after, most, ...values]);
    const inForce = await this.norms.inForce(this.source);
    const followed = await this.norms.versions(this.source, found.flatMap(({ versionId }) => versionId ?? []));
    const plans = await plansSeen(this.source.manager, actor, [...new Set(found.flatMap(({ item }) => item?.planId ?? []))]);
    return found.map((row) => this.view(actor, row, { inForce, followed, plans }));
  }

  private view(actor: Actor, row: CardRow, { inForce, followed, plans }: { inForce: readonly NormInForce[]; followed: readonly NormInForce[]; plans: ReadonlySet<string> }): ContactCardView {
    const { itemNormId, contactKind, versionId, company, customerKind, responseMinutes, isResponseInWorkingTime, item, customer, ...touchpoint } = row;
    const kept = followed.find((version) => version.versionId === versionId);
    const nearest = nearestNorm(kept ? [kept] : inForce, { itemNormId, channelId: row.channelId, contactKind });
    const found = nearest ?? (kept ? { norm: kept, because: 'channel' as const } : null);
    const contact = row.people.map(({ formOfAddress, name, id }) => formOfAddress || (id === null && customerKind === 'organisation' ? null : name)).find(Boolean) ?? null;
    const script = renderedScript(found?.norm.script ?? '', { customer: customer.name, contact, me: actor.name, company, purpose: row.purpose, place: row.place });
    return {
      ...touchpoint, customer: { ...customer, isQuietNow: isQuiet(this.clock.now(), customer) }, item: item && { ...item, isPlanVisible: plans.has(item.planId) },
      norm: found && { ...appliedNorm(found), script }, promise: promiseOf(found?.norm ?? null, isResponseInWorkingTime === null ? null : { responseMinutes, isResponseInWorkingTime }),
    };
  }
}

type Promising = Pick<NormInForce, 'responseMinutes' | 'isResponseInWorkingTime'>;

/** The norm's promise where it makes one, else the channel's. */
const promiseOf = (norm: Promising | null, channel: Promising | null): CardPromiseView | null => {
  const isOfNorm = norm !== null && norm.responseMinutes !== null;
  const promise = isOfNorm ? norm : channel;
  return promise && { minutes: promise.responseMinutes, isInWorkingTime: promise.isResponseInWorkingTime, by: isOfNorm ? 'norm' : 'channel' };
};

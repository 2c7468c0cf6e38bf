import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, visibleCustomers } from '../../people/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { PlanItem, type Revision } from '../../plans/index.ts';
import { type PlannedContact, PlannedContacts, keyOf } from '../expansion/planned-contacts.ts';
import type { ChangeCountsView, ChangeSampleView, ItemChangeView } from './changes.dto.ts';
import { type StandingRow, standingTouchpoints } from './changes.statements.ts';
import { type Consequence, type Effect, KEPT_REASONS, type KeptReason, consequenceOf } from './consequence.rules.ts';

const SAMPLES = 4;
const LOOKED_AT = 200;
const SAMPLED: readonly Effect[] = ['added', 'moved', 'changed', 'cancelled'];

interface Happening {
  readonly effect: Effect;
  readonly reason: KeptReason | null;
  readonly itemId: string;
  readonly customerId: string;
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

/** What a change does, counted. */
export interface Counted {
  readonly total: ChangeCountsView;
  readonly items: ItemChangeView[];
  /** Contacts before it that are not cancelled. */
  readonly before: number;
  readonly fingerprint: string;
  readonly samples: ChangeSampleView[];
}

const named = (actor: Actor) => {
  const { sql, values } = visibleCustomers(actor, 'c', 2);
  return { text: statement('plan_change_samples', `SELECT c.id, c.name FROM customers c WHERE c.id = ANY($1::uuid[]) AND ${sql}`), values };
};
const names = statement('plan_change_items', 'SELECT id, objective FROM plan_items WHERE plan_id = $1 ORDER BY position, id');

/** The key of a touchpoint of a plan. */
export const touchpointKey = ({ itemId, customerId, occurrence }: { itemId: string; customerId: string; occurrence: number }): string => `${itemId} ${customerId} ${occurrence}`;

/** What becomes of one touchpoint that stands there, given all that the plan wants. */
export const consequenceFor = (row: StandingRow, wanted: ReadonlyMap<string, PlannedContact>, obstacles: ReadonlyMap<string, KeptReason>): Consequence | null =>
  consequenceOf(row, wanted.get(touchpointKey(row)) ?? null, obstacles.get(keyOf(row.itemId, row.customerId)) ?? null);

/** Works out what a change of a running plan does with its touchpoints, before anything of it is written. */
@Injectable()
export class Consequences {
  constructor(private readonly planned: PlannedContacts) {}

  /** All of it, as of an instant, in the transaction that holds the changed plan. */
  async of(tx: EntityManager, actor: Actor, { plan, former }: Revision, at: Date): Promise<Counted> {
    const { contacts, obstacles } = await this.planned.of(tx, plan, at);
    const standing = await rows<StandingRow & Record<string, unknown>>(tx, standingTouchpoints, [plan.id, JSON.stringify(former), null]);
    const happenings = happeningsOf(standing, contacts, obstacles);
    const objectives = await rows<{ id: string; objective: string }>(tx, names, [plan.id]);
    const [total, items] = [countsOf(happenings), objectives.map(({ id, objective }) => ({ itemId: id, objective, ...countsOf(happenings.filter(({ itemId }) => itemId === id)) })).filter(isAnything)];
    const present = new Set((await tx.findBy(PlanItem, { planId: plan.id })).map(({ id }) => id));
    // A new item has another identifier each time: its counts stand for it.
    const fingerprint = createHash('sha256').update(JSON.stringify([total, items.map(({ itemId: _id, ...item }) => item), present.size])).digest('hex').slice(0, 32);
    return { total, items, before: standing.filter(({ state }) => state !== 'cancelled').length, fingerprint, samples: await this.samples(tx, actor, happenings) };
  }

  private async samples(tx: EntityManager, actor: Actor, happenings: readonly Happening[]): Promise<ChangeSampleView[]> {
    // One example of each customer.
    const looked = SAMPLED.map((effect) => happenings.filter((one) => one.effect === effect).slice(0, LOOKED_AT));
    const { text, values } = named(actor);
    const found = await rows<{ id: string; name: string }>(tx, text, [[...new Set(looked.flat().map(({ customerId }) => customerId))], ...values]);
    const seen = new Map(found.map(({ id, name }) => [id, name]));
    const isFirst = ({ customerId }: Happening, i: number, all: readonly Happening[]): boolean => all.findIndex((one) => one.customerId === customerId) === i;
    return looked.flatMap((some) => some.filter(({ customerId }) => seen.has(customerId)).filter(isFirst).slice(0, SAMPLES))
      .map(({ effect, itemId, customerId, fromOn, toOn }) => ({ effect, itemId, customerId, customerName: seen.get(customerId) ?? '', fromOn, toOn }));
  }
}

function happeningsOf(standing: readonly StandingRow[], contacts: readonly PlannedContact[], obstacles: ReadonlyMap<string, KeptReason>): Happening[] {
  const wanted = new Map(contacts.map((contact) => [touchpointKey(contact), contact]));
  const known = new Set(standing.map(touchpointKey));
  const changed = standing.flatMap((row): Happening[] => {
    const found = consequenceFor(row, wanted, obstacles);
    if (!found) return [];
    const toOn = found.effect === 'added' ? (wanted.get(touchpointKey(row))?.dueOn ?? null) : (found.write?.dueOn ?? null);
    return [{ effect: found.effect, reason: found.reason, itemId: row.itemId, customerId: row.customerId, fromOn: found.effect === 'added' ? null : row.dueOn, toOn }];
  });
  const added = contacts.filter((contact) => !known.has(touchpointKey(contact))).map(({ itemId, customerId, dueOn }): Happening => ({ effect: 'added', reason: null, itemId, customerId, fromOn: null, toOn: dueOn }));
  return [...changed, ...added];
}

function countsOf(happenings: readonly Happening[]): ChangeCountsView {
  const count = (of: Effect): number => happenings.filter(({ effect }) => effect === of).length;
  const kept = KEPT_REASONS.map((reason) => ({ reason, count: happenings.filter((one) => one.effect === 'kept' && one.reason === reason).length })).filter((one) => one.count > 0);
  return { added: count('added'), moved: count('moved'), changed: count('changed'), cancelled: count('cancelled'), kept };
}

const isAnything = ({ added, moved, changed, cancelled, kept }: ChangeCountsView): boolean => added + moved + changed + cancelled > 0 || kept.length > 0;

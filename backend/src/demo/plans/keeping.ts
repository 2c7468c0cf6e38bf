import { type LocalDate, addDays } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { freshRows } from '../../platform/database/statements.ts';
import type { Company } from '../company/company.ts';
import type { Tools } from '../company/tools.ts';
import type { DemoClock } from '../demo-clock.ts';
import type { Dice } from '../dice.ts';
import type { Frame } from '../frame.ts';
import { ticksOf } from '../story/judgements.ts';
import { ATTEMPTS, NOTES } from './plan-words.ts';

/** What the keeping goes on; `reach` is the share of calls of a person that reach somebody. */
export interface KeepingOptions {
  readonly tools: Tools;
  readonly clock: DemoClock;
  readonly company: Company;
  readonly frame: Frame;
  readonly reach: ReadonlyMap<string, number>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly dice: Dice;
}

interface Due {
  id: string;
  normId: string | null;
  customerId: string;
  name: string;
  ownerId: string;
  channelId: string;
  occurrence: number;
  dueOn: LocalDate;
  windowFrom: LocalDate;
  windowUntil: LocalDate;
  /** Until when the customer's own story is told, where it is not over; nothing of the plan comes after that. */
  toldUntil: Date | null;
}

const AT_ONCE = 6;
const MONTH_DAYS = 28;
const ROOM_MS = 2 * 86_400_000;
const fingerprint = Buffer.from('sample');

const DUE = `SELECT t.id, i.norm_id AS "normId", t.customer_id AS "customerId", c.name, t.owner_id AS "ownerId", t.channel_id AS "channelId", t.occurrence, to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", to_char(t.window_from, 'YYYY-MM-DD') AS "windowFrom",
    to_char(t.window_until, 'YYYY-MM-DD') AS "windowUntil", CASE s.kind WHEN 'won' THEN NULL ELSE c.last_contact_at END AS "toldUntil"
  FROM touchpoints t JOIN plan_items i ON i.id = t.plan_item_id JOIN customers c ON c.id = t.customer_id JOIN stages s ON s.id = c.stage_id
  WHERE i.plan_id = $1 AND t.state = 'scheduled' AND t.due_on < $2 ORDER BY t.due_on, c.external_id, t.occurrence`;

/** Lets the contacts of a plan happen: most in their windows, some tried in vain, the others missed. */
export class Keeping {
  constructor(private readonly given: KeepingOptions) {}

  /** Everything that was due before a day, in the order in which it was due. */
  async keep(planId: string, until: LocalDate): Promise<void> {
    const { tools, frame } = this.given;
    const all = await freshRows<Due & Record<string, unknown>>(tools.source, DUE, [planId, until]);
    for (const first = all[0]?.dueOn, rest = [...all]; first !== undefined && rest.length > 0; ) {
      const end = addDays(rest[0]?.dueOn ?? first, MONTH_DAYS);
      const month = rest.splice(0, rest.filter(({ dueOn }) => dueOn < end).length).values();
      await Promise.all(Array.from({ length: AT_ONCE }, async () => { for (const due of month) await this.happen(due); }));
      await this.closeWindows(end < frame.today ? end : frame.on(frame.last));
    }
  }

  private async happen(due: Due): Promise<void> {
    const { frame, reach, dice } = this.given;
    const mine = dice.for(`${due.name} ${due.occurrence}`);
    const day = frame.dayOf(due.dueOn) + mine.whole(-2, 2);
    const on = frame.on(Math.max(0, day));
    const moment = frame.moment(frame.dayOf(on < due.windowFrom || on > due.windowUntil ? due.dueOn : on), mine);
    if (!frame.isOver(moment) || (due.toldUntil !== null && moment.getTime() > due.toldUntil.getTime() - ROOM_MS)) return;
    const isKept = mine.chance(0.4 + 0.7 * (reach.get(due.ownerId) ?? 0));
    if (isKept) await this.log(due, moment, 'reached', mine.pick(NOTES[languageOf(due)]), mine);
    else if (mine.chance(0.5)) await this.log(due, moment, 'no_answer', ATTEMPTS[languageOf(due)], mine);
  }

  private async log({ id, normId, customerId, ownerId, channelId, occurrence, dueOn }: Due, at: Date, disposition: 'reached' | 'no_answer', text: string, dice: Dice): Promise<void> {
    const { tools, clock, company, actors } = this.given;
    const actor = actors.get(ownerId);
    if (!actor) return;
    const dispositionId = company.ids.get(`dispositions.${disposition}`) ?? '';
    const evaluation = disposition === 'reached' && dice.chance(0.6) ? dice.weighted([[5, 2], [4, 5], [3, 4], [2, 1]]) : undefined;
    // Whoever works from the contact card ticks its checklist, and keeps just that contact.
    const ticks = disposition === 'reached' ? ticksOf(this.given.reach.get(ownerId) ?? 0, dice) : undefined;
    const norm = ticks && company.norms.answer({ channelId, normId }, ticks);
    const once = { key: `sample kept ${customerId} ${dueOn} ${occurrence}`, fingerprint };
    await clock.at(at, () => tools.log.log({ ...actor, once }, { customerId, channelId, dispositionId, text, nextStep: { kind: 'cadence' }, ...(evaluation && { evaluation }), ...(norm && { norm, touchpointId: id }) }));
  }

  private closeWindows(on: LocalDate): Promise<void> {
    const { tools, clock, frame } = this.given;
    const moment = frame.at(on, 30);
    return clock.at(moment, () => tools.windows.closeAll({ signal: new AbortController().signal }));
  }
}

const languageOf = ({ name }: Due): 'english' | 'chinese' => (/\p{Script=Han}/u.test(name) ? 'chinese' : 'english');

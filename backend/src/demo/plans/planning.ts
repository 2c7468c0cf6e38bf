import { type LocalDate, addDays } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { freshRows } from '../../platform/database/statements.ts';
import { PlanExpansion } from '../../plan-keeping/index.ts';
import type { Company } from '../company/company.ts';
import { type Cast, keyWith } from '../company/people.ts';
import type { Tools } from '../company/tools.ts';
import { type Rewards, WATER_TEST } from '../dealing/incentives.ts';
import type { DemoClock } from '../demo-clock.ts';
import { Dice } from '../dice.ts';
import type { Frame } from '../frame.ts';
import { Keeping } from './keeping.ts';
import { type PlanPeriod, periodsOf } from './periods.ts';
import { AFTER_FAIR, CARE, COMMENTS, NOT_SERVED } from './plan-words.ts';

type PlanView = Awaited<ReturnType<Tools['plans']['create']>>;

/** What the planning goes on. */
export interface PlanningOptions {
  readonly tools: Tools;
  readonly clock: DemoClock;
  readonly company: Company;
  readonly frame: Frame;
  readonly cast: Cast;
  readonly rewards: Rewards;
}

// Of sample data nothing is ever sent twice with another body.
const fingerprint = Buffer.from('sample');
const WAIT_MS = 120_000;
const LOOK_MS = 100;

// Customers that were known by then and are cared for: won, or with a next contact agreed. Who has neither shall stand in My day for just that.
const CARED_FOR = `SELECT c.id FROM customers c JOIN tiers t ON t.id = c.tier_id JOIN stages s ON s.id = c.stage_id
  WHERE t.key = $1 AND c.archived_at IS NULL AND c.created_at < $2 AND c.owner_id IS NOT NULL
    AND (s.kind = 'won' OR EXISTS (SELECT 1 FROM touchpoints p WHERE p.customer_id = c.id AND p.state = 'scheduled' AND p.plan_item_id IS NULL)) ORDER BY c.external_id`;

/** Makes the plans of the sample company, each at its time: one that is over, one that is running, one that waits for its decision, a draft. Happens once, however often it is asked for. */
export class Planning {
  private readonly dice = new Dice('plans of the sample company');
  private readonly planner: Actor;
  private readonly decider: Actor;

  constructor(private readonly given: PlanningOptions) {
    const decider = given.company.actors.get(keyWith(given.cast, 'administrator') ?? '');
    if (!decider) throw new Error('somebody decides');
    this.decider = decider;
    this.planner = given.company.actors.get(keyWith(given.cast, 'manager') ?? '') ?? decider;
  }

  /** All of them; answers when the running one began. */
  async make(): Promise<LocalDate> {
    const { frame, tools } = this.given;
    const { past, present, next } = periodsOf(frame.start, frame.today);
    const first = await this.cared('past', past);
    await this.keep(first, past.untilOn);
    await this.at('past closed', past.untilOn, 1, (actor) => tools.plans.step(actor, first.id, first.version, 'close'));
    await this.given.rewards.catalogue(present.fromOn);
    const second = await this.cared('present', present);
    await this.keep(second, frame.today);
    await this.waiting(present);
    await this.draft(second.id, next);
    return present.fromOn;
  }

  /** A plan that looks after customers: written, submitted, approved, expanded and started before it begins. */
  private async cared(key: string, { name, fromOn, untilOn }: PlanPeriod): Promise<PlanView> {
    const { tools } = this.given;
    const { planItems, planDecisions } = tools;
    const { norms } = this.given.company;
    let plan = await this.at(`${key} written`, fromOn, -8, (actor) => tools.plans.create(actor, { name, fromOn, untilOn, budget: 60_000, objective: '老客户不断线，每次联系都有记录。 No customer forgotten, every contact on record.' }));
    for (const { tier, channel, segment, norm, ...texts } of CARE) {
      const known = await freshRows<{ id: string }>(tools.source, CARED_FOR, [tier, this.moment(fromOn, -8).toISOString()]);
      const { id: segmentId } = await this.at(`${key} ${tier} segment`, fromOn, -8, (actor) => tools.segments.create(actor, { name: `${segment} ${fromOn.slice(0, 7)}`, sharing: 'everyone', customerIds: known.map(({ id }) => id) }));
      const { id, version } = plan;
      plan = await this.at(`${key} ${tier}`, fromOn, -8, (actor) => planItems.add(actor, id, version, { ...texts, startsOn: addDays(fromOn, 9), segmentId, channelId: this.channel(channel), normId: norm && norms.id(norm) }));
    }
    const { id } = plan;
    const written = plan.version;
    const submitted = await this.at(`${key} submitted`, fromOn, -6, (actor) => planDecisions.submit(actor, id, written, { comment: COMMENTS.submitted }));
    const approved = await this.at(`${key} approved`, fromOn, -4, (actor) => planDecisions.decide(actor, id, submitted.version, 'approved', COMMENTS.approved), this.decider);
    await this.expanded(id);
    return this.at(`${key} started`, fromOn, 0, (actor) => tools.plans.step(actor, id, approved.version, 'start'));
  }

  /** Everybody's part of the contacts until a day, month by month; what was not kept is missed. */
  private keep({ id }: PlanView, until: LocalDate): Promise<void> {
    const { company, cast } = this.given;
    const reach = new Map(cast.people.map((person) => [company.actors.get(person.key)?.personId ?? '', person.reach]));
    return new Keeping({ ...this.given, reach, actors: new Map([...company.actors.values()].map((actor) => [actor.personId, actor])), dice: this.dice.for('keeping') }).keep(id, until);
  }

  /** The contacts after the fair: submitted two working days ago. */
  private async waiting({ untilOn }: PlanPeriod): Promise<void> {
    const { tools, frame } = this.given;
    const { name, objective, place, content, segment, comment } = AFTER_FAIR;
    const fromOn = frame.fromToday(8);
    const until = untilOn > addDays(fromOn, 30) ? untilOn : addDays(fromOn, 60);
    const { id: segmentId } = await this.at('fair segment', frame.today, -2, (actor) => tools.segments.create(actor, { name: segment, sharing: 'everyone', filter: { sources: ['Exhibition'] } }));
    const { id, version } = await this.at('fair written', frame.today, -2, (actor) => tools.plans.create(actor, { name, fromOn, untilOn: until, objective, budget: 18_000 }));
    const plan = await this.at('fair item', frame.today, -2, (actor) => tools.planItems.add(actor, id, version, { objective, place, content, mode: 'ad_hoc', startsOn: addDays(fromOn, 4), windowDays: 6, segmentId, channelId: this.channel('visit'), incentiveId: this.given.rewards.id(WATER_TEST) }));
    await this.at('fair submitted', frame.today, -2, (actor) => tools.planDecisions.submit(actor, id, plan.version, { comment }));
  }

  /** The plan after the running one: a copy of it, and the people whom competitors serve. */
  private async draft(planId: string, name: string): Promise<void> {
    const { tools, frame } = this.given;
    const { segment, ...texts } = NOT_SERVED;
    const plan = await this.at('draft', frame.today, -3, (actor) => tools.planCopies.copy(actor, planId, { name, years: 1 }));
    const { id: segmentId } = await this.at('not served', frame.today, -3, (actor) => tools.segments.create(actor, { name: segment, sharing: 'everyone', filter: { served: 'no' } }));
    const startsOn = addDays(plan.fromOn, 30);
    await this.at('draft item', frame.today, -3, (actor) => tools.planItems.add(actor, plan.id, plan.version, { ...texts, mode: 'ad_hoc', startsOn, windowDays: 10, segmentId, channelId: this.channel('visit') }));
  }

  /** Does a step once, on the working day that lies so many before or after a date. */
  private at<T>(key: string, date: LocalDate, days: number, work: (actor: Actor) => Promise<T>, actor = this.planner): Promise<T> {
    return this.given.clock.at(this.moment(date, days), () => work({ ...actor, once: { key: `sample plan ${key}`, fingerprint } }));
  }

  private moment(date: LocalDate, days: number): Date {
    const { frame } = this.given;
    const day = Math.min(frame.last - 1, frame.dayOf(date) + days);
    return frame.at(frame.on(day), 10 * 60 + (days < -7 ? 0 : 20));
  }

  /** Waits until the job has made all touchpoints of a plan. */
  private async expanded(planId: string): Promise<void> {
    for (let waited = 0; waited < WAIT_MS; waited += LOOK_MS) {
      const found = await this.given.tools.source.getRepository(PlanExpansion).findOneBy({ planId });
      if (found?.finishedAt) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    throw new Error('the touchpoints of a plan of the sample company were not made');
  }

  private channel(key: string): string {
    return this.given.company.ids.get(`channels.${key}`) ?? '';
  }
}

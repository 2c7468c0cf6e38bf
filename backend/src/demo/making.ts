import { freshRows } from '../platform/database/statements.ts';
import type { Company } from './company/company.ts';
import type { Cast } from './company/people.ts';
import type { Tools } from './company/tools.ts';
import { setCadences } from './dealing/cadences.ts';
import { Rewards } from './dealing/incentives.ts';
import { askForDecisions } from './dealing/requests.ts';
import type { DemoClock } from './demo-clock.ts';
import { Dice } from './dice.ts';
import type { Frame } from './frame.ts';
import { Planning } from './plans/planning.ts';
import { type Draft, draftCustomers } from './story/drafts.ts';
import { profileOf } from './story/profile.ts';
import { storyOf } from './story/story.ts';
import { Desk } from './telling/desk.ts';
import { Telling } from './telling/telling.ts';

/** How large a sample company is to be. */
export interface DemoSize {
  readonly cast: Cast;
  readonly customers: number;
  /** Length of its history up to now. */
  readonly days: number;
}

/** What the making goes on: the use cases, who acts, and when. */
export interface MakingOptions {
  readonly tools: Tools;
  readonly clock: DemoClock;
  readonly company: Company;
  readonly frame: Frame;
  readonly size: DemoSize;
  readonly say: (message: string) => void;
}

const SEED = 'tangent sample company';
const AT_ONCE = 6;
const REPORTS = 5;

/** Lets every customer's story happen, several at once. */
export class Making {
  private readonly dice = new Dice(SEED);
  private communications = 0;

  constructor(private readonly given: MakingOptions) {}

  /** Tells all customers that are not there yet, and fills everybody's calendar. */
  async make(): Promise<void> {
    const { cast, customers } = this.given.size;
    const known = await freshRows<{ id: string }>(this.given.tools.source, 'SELECT external_id AS id FROM customers WHERE external_id IS NOT NULL');
    const told = new Set(known.map(({ id }) => id));
    const drafts = draftCustomers(cast.people, customers, this.dice).filter(({ number }) => !told.has(externalIdOf(number)));
    await this.tellAll(drafts);
    this.given.say('  contact plans of last year and of this one');
    const rewards = new Rewards({ ...this.given, cast });
    const since = await new Planning({ ...this.given, cast, rewards }).make();
    this.given.say('  incentives, requests for decisions, cadences');
    await rewards.grant(since);
    await askForDecisions({ ...this.given, cast });
    await setCadences({ ...this.given, cast });
    for (const person of cast.people) await this.workingDay(person.key);
  }

  private async tellAll(drafts: readonly Draft[]): Promise<void> {
    const queue = drafts.values();
    let done = 0;
    const worker = async (): Promise<void> => {
      for (const draft of queue) {
        const told = await this.tell(draft);
        this.communications += told;
        done += 1;
        if (done % Math.ceil(drafts.length / REPORTS) === 0) this.given.say(`  ${done.toLocaleString('en')} customers with ${this.communications.toLocaleString('en')} communications`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  private tell(draft: Draft): Promise<number> {
    const dice = this.dice.for(draft.number);
    const profile = profileOf(draft, externalIdOf(draft.number), this.given.frame, { dice: dice.for('profile'), idOf: (word) => this.given.company.ids.get(word) ?? '' });
    const { tools, clock, company, frame } = this.given;
    return new Telling(tools, clock, company, this.partsOf(draft, dice)).tell(profile, storyOf(profile, frame, dice.for('story')));
  }

  /** A colleague of the same team had the customer before. The chief sees everything. */
  private partsOf({ owner }: Draft, dice: Dice) {
    const { people } = this.given.size.cast;
    const [chief] = people;
    const others = people.filter(({ key, customers }) => key !== owner.key && customers > 0);
    const near = others.filter(({ team }) => team === owner.team);
    return { owner: owner.key, former: dice.pick(near.length ? near : others).key, chief: chief?.key ?? owner.key };
  }

  /** Somebody's tasks and meetings, and a sign that they were here today. */
  private async workingDay(key: string): Promise<void> {
    const { tools, clock, company, frame } = this.given;
    const actor = company.actors.get(key);
    const administrator = company.actors.get(this.given.size.cast.people[0]?.key ?? '');
    if (!actor || !administrator) return;
    const dice = this.dice.for(`desk of ${key}`);
    await new Desk(tools, clock, frame, actor, dice).fill();
    await clock.at(frame.moment(frame.last, dice), () => tools.sessions.open(actor.personId, { userAgent: 'sample data', address: '127.0.0.1' }));
    await tools.accounts.endSessions(administrator, actor.personId);
  }
}

const externalIdOf = (number: number): string => `sample-${String(number).padStart(4, '0')}`;

import type { Actor } from '../../people/index.ts';
import type { Company } from '../company/company.ts';
import { type Cast, keyWith } from '../company/people.ts';
import type { Tools } from '../company/tools.ts';
import type { DemoClock } from '../demo-clock.ts';
import { Dice } from '../dice.ts';
import type { Frame } from '../frame.ts';

/** What the dealings of the sample company go on. */
export interface Dealing {
  readonly tools: Tools;
  readonly clock: DemoClock;
  readonly company: Company;
  readonly frame: Frame;
  readonly cast: Cast;
}

// Of sample data nothing is ever sent twice with another body.
const fingerprint = Buffer.from('sample');

/** Who deals, and when: each thing happens once, on a working day counted back from today. */
export class Acting {
  private readonly byId: ReadonlyMap<string, Actor>;
  readonly administrator: Actor;
  readonly manager: Actor;

  constructor(
    private readonly given: Dealing,
    private readonly name: string,
  ) {
    const { company, cast } = given;
    this.byId = new Map([...company.actors.values()].map((actor) => [actor.personId, actor]));
    const administrator = company.actors.get(keyWith(cast, 'administrator') ?? '');
    if (!administrator) throw new Error('somebody decides');
    this.administrator = administrator;
    this.manager = company.actors.get(keyWith(cast, 'manager') ?? '') ?? administrator;
  }

  /** Whoever has that identifier. */
  person(id: string): Actor | undefined {
    return this.byId.get(id);
  }

  /** Does something as somebody, so many working days before the last one of the story; never before its second day. */
  daysAgo<T>(days: number, key: string, actor: Actor, work: (actor: Actor) => Promise<T>): Promise<T> {
    const { frame } = this.given;
    const moment = frame.moment(Math.max(1, frame.last - days), new Dice(`${this.name} ${key}`));
    return this.at(moment, key, actor, work);
  }

  /** Does something as somebody at a moment. */
  at<T>(moment: Date, key: string, actor: Actor, work: (actor: Actor) => Promise<T>): Promise<T> {
    return this.given.clock.at(moment, () => work({ ...actor, once: { key: `sample ${this.name} ${key}`, fingerprint } }));
  }
}

import type { Actor } from '../../people/index.ts';
import type { Company } from '../company/company.ts';
import type { Tools } from '../company/tools.ts';
import type { DemoClock } from '../demo-clock.ts';
import type { Profile } from '../story/profile.ts';
import type { ContactStep, Next, StageReached, Step, Story } from '../story/steps.ts';

type LogInput = Parameters<Tools['log']['log']>[1];

/** The open touchpoint of the customer that is being told, as far as a change of it needs. */
interface Open {
  readonly id: string;
  readonly version: number;
}

/** Who takes part in a customer's story. */
export interface Parts {
  readonly owner: string;
  /** Whose customer it was before it was given on. */
  readonly former: string;
  /** Who gives it on and comments. */
  readonly chief: string;
}

/** Lets one customer's story happen, step by step, through the use cases that people use, each at its moment. */
export class Telling {
  private customerId = '';
  private contactPeople: readonly string[] = [];
  private open: Open | null = null;
  private actor: Actor;

  constructor(
    private readonly tools: Tools,
    private readonly clock: DemoClock,
    private readonly company: Company,
    private readonly parts: Parts,
  ) {
    this.actor = this.actorOf(parts.owner);
  }

  /** Creates the customer and does everything that follows; how many communications that were. */
  async tell({ input }: Profile, { createdAt, steps, isGivenOn }: Story): Promise<number> {
    if (isGivenOn) this.actor = this.actorOf(this.parts.former);
    const customer = await this.clock.at(createdAt, () => this.tools.customers.create(this.actor, input));
    this.customerId = customer.id;
    this.contactPeople = customer.contactPeople.map(({ id }) => id);
    for (const step of steps) await this.clock.at(step.at, () => this.happen(step));
    return steps.filter(({ kind }) => kind === 'contact').length;
  }

  private async happen(step: Step): Promise<void> {
    switch (step.kind) {
      case 'contact':
        return this.contact(step);
      case 'missed':
        return this.close('missed', null);
      case 'cancelled':
        return this.close('cancelled', step.reason);
      case 'stage':
        await this.tools.stages.change(this.actor, this.customerId, this.reached(step.reached));
        return;
      case 'given':
        return this.giveOn();
    }
  }

  private async contact(step: ContactStep): Promise<void> {
    const touchpointId = step.about === 'chosen' ? this.open?.id : step.about === 'none' ? null : undefined;
    const done = await this.tools.log.log(this.actor, { ...this.facts(step), ...(touchpointId !== undefined && { touchpointId }), nextStep: this.nextStep(step.next), ...(step.stage && { stageChange: this.reached(step.stage) }) });
    if (done.keptTouchpointId) this.open = null;
    if (done.nextTouchpointId) this.open = { id: done.nextTouchpointId, version: done.nextTouchpointId === this.open?.id ? this.open.version + 1 : 1 };
    const { comment } = step;
    if (comment) await this.clock.at(comment.at, () => this.tools.comments.write(this.actorOf(this.parts.chief), done.id, comment.text));
  }

  private facts(step: ContactStep): Omit<LogInput, 'nextStep'> {
    const channelId = this.id('channels', step.channel);
    const norm = step.ticks && this.company.norms.answer({ channelId }, step.ticks);
    const { direction, evaluation, validity, invalidReason, durationSeconds, text } = step;
    const contactPersonId = this.contactPeople[step.person];
    return {
      customerId: this.customerId, channelId, dispositionId: this.id('dispositions', step.disposition), occurredAt: step.occurredAt.toISOString(), text,
      ...(direction && { direction }), ...(norm && { norm }), ...(evaluation && { evaluation }), ...(validity && { validity }), ...(invalidReason && { invalidReason }), ...(durationSeconds && { durationSeconds }),
      ...(contactPersonId && { contactPersonId }), ...(step.outcome && { outcomeId: this.id('outcomes', step.outcome) }),
    };
  }

  private nextStep(next: Next): LogInput['nextStep'] {
    if (next.kind !== 'touchpoint') return next;
    const { on, at, channel, purpose, isPromised = false } = next;
    return { kind: 'touchpoint', purpose, isPromised, channelId: channel ? this.id('channels', channel) : null, ...(at ? { dueAt: at.toISOString() } : { dueOn: on ?? null }) };
  }

  private reached({ stage, amount, reason }: StageReached) {
    return { stageId: this.id('stages', stage), ...(amount !== undefined && { amount }), ...(reason !== undefined && { reason }) };
  }

  private async close(state: 'missed' | 'cancelled', reason: string | null): Promise<void> {
    if (!this.open) return;
    await this.tools.touchpoints.close(this.actor, this.open.id, this.open.version, state, reason);
    this.open = null;
  }

  private async giveOn(): Promise<void> {
    const owner = this.actorOf(this.parts.owner);
    await this.tools.ownership.change(this.actorOf(this.parts.chief), [this.customerId], { ownerId: owner.personId });
    if (this.open) this.open = { ...this.open, version: this.open.version + 1 };
    this.actor = owner;
  }

  private actorOf(key: string): Actor {
    const actor = this.company.actors.get(key);
    if (!actor) throw new Error(`nobody is called ${key}`);
    return actor;
  }

  private id(list: string, key: string): string {
    const id = this.company.ids.get(`${list}.${key}`);
    if (!id) throw new Error(`the vocabulary has no ${key} among its ${list}`);
    return id;
  }
}

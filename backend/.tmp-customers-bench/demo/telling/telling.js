/** Lets one customer's story happen, step by step, through the use cases that people use, each at its moment. */
export class Telling {
    constructor(tools, clock, company, parts) {
        this.tools = tools;
        this.clock = clock;
        this.company = company;
        this.parts = parts;
        this.customerId = '';
        this.contactPeople = [];
        this.open = null;
        this.actor = this.actorOf(parts.owner);
    }
    /** Creates the customer and does everything that follows; how many communications that were. */
    async tell({ input }, { createdAt, steps, isGivenOn }) {
        if (isGivenOn)
            this.actor = this.actorOf(this.parts.former);
        const customer = await this.clock.at(createdAt, () => this.tools.customers.create(this.actor, input));
        this.customerId = customer.id;
        this.contactPeople = customer.contactPeople.map(({ id }) => id);
        for (const step of steps)
            await this.clock.at(step.at, () => this.happen(step));
        return steps.filter(({ kind }) => kind === 'contact').length;
    }
    async happen(step) {
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
    async contact(step) {
        const touchpointId = step.about === 'chosen' ? this.open?.id : step.about === 'none' ? null : undefined;
        const done = await this.tools.log.log(this.actor, { ...this.facts(step), ...(touchpointId !== undefined && { touchpointId }), nextStep: this.nextStep(step.next), ...(step.stage && { stageChange: this.reached(step.stage) }) });
        if (done.keptTouchpointId)
            this.open = null;
        if (done.nextTouchpointId)
            this.open = { id: done.nextTouchpointId, version: done.nextTouchpointId === this.open?.id ? this.open.version + 1 : 1 };
        const { comment } = step;
        if (comment)
            await this.clock.at(comment.at, () => this.tools.comments.write(this.actorOf(this.parts.chief), done.id, comment.text));
    }
    facts(step) {
        const { direction, evaluation, validity, invalidReason, durationSeconds, text } = step;
        const contactPersonId = this.contactPeople[step.person];
        return {
            customerId: this.customerId, channelId: this.id('channels', step.channel), dispositionId: this.id('dispositions', step.disposition), occurredAt: step.occurredAt.toISOString(), text,
            ...(direction && { direction }), ...(evaluation && { evaluation }), ...(validity && { validity }), ...(invalidReason && { invalidReason }), ...(durationSeconds && { durationSeconds }),
            ...(contactPersonId && { contactPersonId }), ...(step.outcome && { outcomeId: this.id('outcomes', step.outcome) }),
        };
    }
    nextStep(next) {
        if (next.kind !== 'touchpoint')
            return next;
        const { on, at, channel, purpose, isPromised = false } = next;
        return { kind: 'touchpoint', purpose, isPromised, channelId: channel ? this.id('channels', channel) : null, ...(at ? { dueAt: at.toISOString() } : { dueOn: on ?? null }) };
    }
    reached({ stage, amount, reason }) {
        return { stageId: this.id('stages', stage), ...(amount !== undefined && { amount }), ...(reason !== undefined && { reason }) };
    }
    async close(state, reason) {
        if (!this.open)
            return;
        await this.tools.touchpoints.close(this.actor, this.open.id, this.open.version, state, reason);
        this.open = null;
    }
    async giveOn() {
        const owner = this.actorOf(this.parts.owner);
        await this.tools.ownership.change(this.actorOf(this.parts.chief), [this.customerId], { ownerId: owner.personId });
        if (this.open)
            this.open = { ...this.open, version: this.open.version + 1 };
        this.actor = owner;
    }
    actorOf(key) {
        const actor = this.company.actors.get(key);
        if (!actor)
            throw new Error(`nobody is called ${key}`);
        return actor;
    }
    id(list, key) {
        const id = this.company.ids.get(`${list}.${key}`);
        if (!id)
            throw new Error(`the vocabulary has no ${key} among its ${list}`);
        return id;
    }
}

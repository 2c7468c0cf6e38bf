import { freshRows } from "../platform/database/statements.js";
import { Dice } from "./dice.js";
import { draftCustomers } from "./story/drafts.js";
import { profileOf } from "./story/profile.js";
import { storyOf } from "./story/story.js";
import { Desk } from "./telling/desk.js";
import { Telling } from "./telling/telling.js";
const SEED = 'tangent sample company';
const AT_ONCE = 6;
const REPORTS = 5;
/** Lets every customer's story happen, several at once. */
export class Making {
    constructor(given) {
        this.given = given;
        this.dice = new Dice(SEED);
        this.communications = 0;
    }
    /** Tells all customers that are not there yet, and fills everybody's calendar. */
    async make() {
        const { cast, customers } = this.given.size;
        const known = await freshRows(this.given.tools.source, 'SELECT external_id AS id FROM customers WHERE external_id IS NOT NULL');
        const told = new Set(known.map(({ id }) => id));
        const drafts = draftCustomers(cast.people, customers, this.dice).filter(({ number }) => !told.has(externalIdOf(number)));
        await this.tellAll(drafts);
        for (const person of cast.people)
            await this.workingDay(person.key);
    }
    async tellAll(drafts) {
        const queue = drafts.values();
        let done = 0;
        const worker = async () => {
            for (const draft of queue) {
                const told = await this.tell(draft);
                this.communications += told;
                done += 1;
                if (done % Math.ceil(drafts.length / REPORTS) === 0)
                    this.given.say(`  ${done.toLocaleString('en')} customers with ${this.communications.toLocaleString('en')} communications`);
            }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, worker));
    }
    tell(draft) {
        const dice = this.dice.for(draft.number);
        const profile = profileOf(draft, externalIdOf(draft.number), this.given.frame, { dice: dice.for('profile'), idOf: (word) => this.given.company.ids.get(word) ?? '' });
        const { tools, clock, company, frame } = this.given;
        return new Telling(tools, clock, company, this.partsOf(draft, dice)).tell(profile, storyOf(profile, frame, dice.for('story')));
    }
    /** A colleague of the same team had the customer before. The chief sees everything. */
    partsOf({ owner }, dice) {
        const { people } = this.given.size.cast;
        const [chief] = people;
        const others = people.filter(({ key, customers }) => key !== owner.key && customers > 0);
        const near = others.filter(({ team }) => team === owner.team);
        return { owner: owner.key, former: dice.pick(near.length ? near : others).key, chief: chief?.key ?? owner.key };
    }
    /** Somebody's tasks and meetings, and a sign that they were here today. */
    async workingDay(key) {
        const { tools, clock, company, frame } = this.given;
        const actor = company.actors.get(key);
        const administrator = company.actors.get(this.given.size.cast.people[0]?.key ?? '');
        if (!actor || !administrator)
            return;
        const dice = this.dice.for(`desk of ${key}`);
        await new Desk(tools, clock, frame, actor, dice).fill();
        await clock.at(frame.moment(frame.last, dice), () => tools.sessions.open(actor.personId, { userAgent: 'sample data', address: '127.0.0.1' }));
        await tools.accounts.endSessions(administrator, actor.personId);
    }
}
const externalIdOf = (number) => `sample-${String(number).padStart(4, '0')}`;

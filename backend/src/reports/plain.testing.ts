import type { GivenContact, GivenCustomer, GivenFacts } from './facts.testing.ts';

/**
 * The measures once more, slowly and plainly over arrays, without SQL and without the registry: the definitions as a person would
 * count them from the records. Reports must agree with it on any data.
 */
export interface PlainQuestion {
  from: string;
  until: string;
  by: readonly string[];
  origin: 'first_communication' | 'creation';
  days: number | null;
  today: string;
  /** Attribute of the customer → allowed values. */
  filter?: { dimension: string; values: readonly (string | null)[] };
  /** Owners whose customers are seen; null = all. */
  owners?: readonly string[] | null;
}

/** Numbers by the values of the dimensions, as JSON. */
export type PlainTable = Record<string, number[]>;

const CONTACT_KIND: Record<string, string> = { phone: 'personal', visit: 'personal', email: 'medium' };

/** The day so many days later. */
export const plus = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const monday = (day: string): string => plus(day, -((new Date(day).getUTCDay() + 6) % 7));
const bucket = (grain: string, day: string): string => (grain === 'day' ? day : grain === 'week' ? monday(day) : `${day.slice(0, 7)}-01`);
const moment = (entry: { day: string; minute: number }): number => Date.parse(entry.day) + entry.minute * 60_000;
const within = (day: string, { from, until }: PlainQuestion): boolean => from <= day && day < until;

const attribute = (customer: GivenCustomer, dimension: string): string | null => {
  if (dimension === 'owner') return customer.owner;
  if (dimension === 'tier') return customer.tier;
  if (dimension === 'source') return customer.source || null;
  if (dimension === 'served') return String(customer.isServed);
  if (dimension === 'served_by') return customer.servedBy || null;
  const value = customer.fields[dimension.replace('field:', '')];
  return value === undefined || value === '' ? null : String(value);
};

const isAttribute = (dimension: string): boolean => /^(owner|tier|source|served|served_by|field:.*)$/.test(dimension);

/** Counts facts by their definitions. */
export class Plain {
  constructor(private readonly facts: GivenFacts) {}

  private seen(question: PlainQuestion): GivenCustomer[] {
    return this.facts.customers.filter(
      (one) => (!question.owners || (one.owner !== null && question.owners.includes(one.owner))) && (!question.filter || question.filter.values.includes(attribute(one, question.filter.dimension))),
    );
  }

  private contactsOf(customer: string): GivenContact[] {
    return this.facts.contacts.filter((one) => one.customer === customer && !one.isWithdrawn).sort((a, b) => moment(a) - moment(b));
  }

  private table<T>(rows: readonly T[], keysOf: (row: T) => (string | null)[], numbersOf: (rows: readonly T[]) => number[]): PlainTable {
    const groups = new Map<string, T[]>();
    for (const row of rows) groups.set(JSON.stringify(keysOf(row)), [...(groups.get(JSON.stringify(keysOf(row))) ?? []), row]);
    return Object.fromEntries([...groups].map(([key, members]) => [key, numbersOf(members)]));
  }

  private contactRows(question: PlainQuestion): { contact: GivenContact; customer: GivenCustomer }[] {
    return this.seen(question).flatMap((customer) => this.contactsOf(customer.id).filter(({ day }) => within(day, question)).map((contact) => ({ contact, customer })));
  }

  private contactKeys({ by }: PlainQuestion, { contact, customer }: { contact: GivenContact; customer: GivenCustomer }): (string | null)[] {
    return by.map((dimension) => {
      if (dimension === 'person') return contact.author;
      if (dimension === 'channel') return contact.channel;
      if (dimension === 'contact_kind') return CONTACT_KIND[contact.channel] ?? null;
      if (dimension === 'direction' || dimension === 'disposition') return contact[dimension];
      return isAttribute(dimension) ? attribute(customer, dimension) : bucket(dimension, contact.day);
    });
  }

  communications(question: PlainQuestion): PlainTable {
    return this.table(this.contactRows(question), (row) => this.contactKeys(question, row), (rows) => [
      rows.filter(({ contact }) => !contact.isInvalid).length,
      rows.filter(({ contact }) => contact.isInvalid).length,
    ]);
  }

  reached(question: PlainQuestion): PlainTable {
    const rows = this.contactRows(question).filter(({ contact }) => !contact.isInvalid && contact.disposition === 'reached');
    return this.table(rows, (row) => this.contactKeys(question, row), (group) => [new Set(group.map(({ customer }) => customer.id)).size]);
  }

  reachRate(question: PlainQuestion): PlainTable {
    return this.table(this.contactRows(question), (row) => this.contactKeys(question, row), (rows) => {
      const outbound = rows.map(({ contact }) => contact).filter(({ direction }) => direction === 'outbound');
      const valid = outbound.filter(({ isInvalid }) => !isInvalid);
      const of = (kind: string): number => valid.filter(({ disposition }) => disposition === kind).length;
      const apart = of('bounced') + of('wrong_number') + of('not_recorded');
      return [of('reached'), valid.length - apart, of('bounced'), of('wrong_number'), of('not_recorded'), outbound.length - valid.length];
    });
  }

  newCustomers(question: PlainQuestion): PlainTable {
    const { by } = question;
    const all = this.seen(question);
    const time = by.find((dimension) => !isAttribute(dimension));
    const ends = time === undefined ? [question.until] : this.endsOf(time, question);
    const rows = ends.flatMap((end, i) => {
      const start = time === undefined ? question.from : (ends[i - 1] ?? question.from);
      return all.map((customer) => ({ customer, start, end, key: time === undefined ? '' : bucket(time, start) }));
    });
    const keys = (row: (typeof rows)[number]): (string | null)[] => by.map((dimension) => (dimension === time ? row.key : attribute(row.customer, dimension)));
    return this.table(rows, keys, (group) => {
      const standing = group.filter(({ customer, end }) => customer.knownOn < end && (customer.archivedOn === null || customer.archivedOn >= end));
      const open = standing.filter(({ customer, end }) => !['won', 'lost', 'dormant'].includes(this.stageAt(customer, end)));
      return [group.filter(({ customer, start, end }) => start <= customer.knownOn && customer.knownOn < end).length, standing.length, open.length];
    });
  }

  private endsOf(time: string, { from, until }: PlainQuestion): string[] {
    const ends: string[] = [];
    for (let day = from; day < until; day = plus(day, 1)) if (plus(day, 1) === until || bucket(time, plus(day, 1)) !== bucket(time, day)) ends.push(plus(day, 1));
    return ends;
  }

  private stageAt(customer: GivenCustomer, end: string): string {
    const changes = this.facts.stages.filter((change) => change.customer === customer.id).sort((a, b) => moment(a) - moment(b));
    return changes.findLast(({ day }) => day < end)?.to ?? changes[0]?.from ?? 'new';
  }

  conversion(question: PlainQuestion): PlainTable {
    const members = this.seen(question).flatMap((customer) => {
      const member = this.memberOf(customer, question);
      return member && within(member.origin, question) ? [member] : [];
    });
    const rows = members.flatMap((member) => this.journeys(member, question.by).map((journey) => ({ ...member, journey })));
    const keys = ({ customer, origin, counted, journey }: (typeof rows)[number]): (string | null)[] =>
      question.by.map((dimension) => {
        if (dimension === 'channel' || dimension === 'contact_kind') return journey;
        if (dimension === 'contacts') return classOf(counted.filter(({ isInvalid }) => !isInvalid).length);
        return isAttribute(dimension) ? attribute(customer, dimension) : bucket(dimension, origin);
      });
    return this.table(rows, keys, (group) => {
      const able = group.filter(({ isBefore }) => !isBefore);
      const ripe = able.filter(({ isRipe }) => isRipe);
      return [ripe.filter(({ isConverted }) => isConverted).length, ripe.length, able.length - ripe.length, group.length - able.length];
    });
  }

  private memberOf(customer: GivenCustomer, { origin: kind, days, today }: PlainQuestion) {
    const contacts = this.contactsOf(customer.id);
    const first = contacts.find(({ isInvalid }) => !isInvalid);
    const origin = kind === 'creation' ? customer.knownOn : first?.day;
    if (origin === undefined) return null;
    const won = this.facts.stages.filter((change) => change.customer === customer.id && change.to === 'won').sort((a, b) => moment(a) - moment(b))[0];
    const last = days === null ? '9999-12-31' : plus(origin, days);
    const isBefore = won !== undefined && (kind === 'creation' ? won.day < origin : first !== undefined && moment(won) < moment(first));
    const counted = contacts.filter((one) => (won === undefined || moment(one) <= moment(won)) && one.day <= last);
    return { customer, origin, isBefore, counted, isRipe: days === null || last < today, isConverted: won !== undefined && won.day <= last };
  }

  /** In which groups of channel or contact kind a customer stands: none is a group too. */
  private journeys({ counted }: { counted: GivenContact[] }, by: readonly string[]): (string | null)[] {
    const effective = counted.filter(({ isEffective }) => isEffective).map(({ channel }) => channel);
    if (by.includes('channel')) return effective.length ? [...new Set(effective)] : [null];
    if (by.includes('contact_kind')) return effective.length ? [...new Set(effective.map((channel) => CONTACT_KIND[channel] ?? null))] : [null];
    return [null];
  }
}

function classOf(count: number): string {
  if (count >= 10) return '10+';
  if (count >= 6) return '6–9';
  return count >= 3 ? '3–5' : String(count);
}

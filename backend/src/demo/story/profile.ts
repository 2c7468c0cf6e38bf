import type { Customers } from '../../customers/index.ts';
import { type LocalDate, addDays } from '../../kernel/index.ts';
import { fieldValues } from '../company/fields.ts';
import type { Dice } from '../dice.ts';
import type { Frame } from '../frame.ts';
import { chinese } from '../words/chinese.ts';
import { english } from '../words/english.ts';
import { TRADES, nthPersonName, organisationName, personName, phoneNumber } from '../words/names.ts';
import type { Words } from '../words/words.ts';
import type { Draft } from './drafts.ts';

/** Tiers with their weight, their ideal interval in working days, and the usual size of an order. */
const TIERS = [
  { key: 'key', weight: 5, ideal: 10, order: 180_000 }, { key: 'major', weight: 15, ideal: 20, order: 64_000 },
  { key: 'growth', weight: 30, ideal: 30, order: 22_000 }, { key: 'ordinary', weight: 50, ideal: 60, order: 6_800 },
] as const;
const REGIONS = { chinese: ['Shanghai', 'Suzhou', 'Hangzhou', 'Ningbo', 'Guangzhou', 'Shenzhen', 'Foshan', 'Xiamen'], latin: ['Singapore', 'Kuala Lumpur', 'London', 'Rotterdam', 'Sydney', 'Seattle'] };
const TAGS = ['VIP', '维保', 'chain', '连锁', 'export', '政府采购', 'family business', '老客户'];
/** Competitors that nobody can take for real ones. */
const RIVALS = ['示例竞品甲 Sample Rival A', '示例竞品乙 Sample Rival B', '虚构净水公司 Made-up Water Co.'];
const LONGEST_KNOWN_BEFORE = 900;
/** Working days in which those who were known before are entered. */
const ENTERED_WITHIN = 60;
/** Working days that a customer has been known at least, but for those who are new today. */
const YOUNGEST = 16;

/** What a customer is created with. */
export type CustomerInput = Parameters<Customers['create']>[1];

/** A customer of the story. */
export interface Profile extends Draft {
  readonly words: Words;
  readonly tier: (typeof TIERS)[number];
  /** The first day of the story on which it is known, and the working day of its last contact. */
  readonly firstDay: number;
  /** Known before the story began. */
  readonly isOld: boolean;
  readonly lastDay: number;
  /** Who is spoken to, in the order of the contact people; the customer itself when it is a person. */
  readonly people: readonly string[];
  readonly input: CustomerInput;
}

/** Writes a customer: who it is, how it is reached, what it prefers, and how long it has been known. */
export function profileOf(draft: Draft, externalId: string, frame: Frame, { dice, idOf }: { dice: Dice; idOf: (word: string) => string }): Profile {
  const words = draft.isChinese ? chinese : english;
  const tier = tierFor(draft, frame, dice);
  const lastDay = lastDayOf(draft, tier.ideal, frame, dice);
  const { firstDay, knownSinceOn, isOld } = acquaintance(draft, lastDay, frame, dice);
  const isPerson = tier.key === 'ordinary' ? dice.chance(0.7) : dice.chance(0.25);
  const trade = dice.pick(TRADES);
  const name = isPerson ? nthPersonName(draft.number, draft.isChinese) : organisationName(dice, draft.number, draft.isChinese, trade);
  const people = isPerson ? [name] : Array.from({ length: dice.weighted([[1, 5], [2, 3], [3, 1]]) }, () => personName(dice, draft.isChinese));
  const input: CustomerInput = {
    name, kind: isPerson ? 'person' : 'organisation', tierId: idOf(`tiers.${tier.key}`), source: draft.source.name, industry: isPerson ? 'Private households' : trade.industry,
    region: dice.pick(draft.isChinese ? REGIONS.chinese : REGIONS.latin), tags: dice.shuffled(TAGS).slice(0, dice.weighted([[0, 6], [1, 3], [2, 1]])),
    note: dice.chance(0.15) ? dice.pick(words.customerNotes) : '', knownSinceOn, externalId,
    fields: fieldValues(dice, draft.fate === 'won', frame.today), ...preferences(dice, draft.isChinese, idOf),
    ...(isPerson
      ? { contactPoints: pointsOf(dice, draft, 0), ...(dice.chance(0.4) && { formOfAddress: address(dice, name, draft.isChinese) }) }
      : { contactPeople: people.map((person, i) => ({ name: person, title: words.titles[(draft.number + i * 2) % words.titles.length] ?? null, contactPoints: pointsOf(dice, draft, i) })) }),
  };
  return { ...draft, words, tier, firstDay, isOld, lastDay, people, input: { ...input, ...rivalOf(draft, input, dice.for('competitor')) } };
}

/** Some who use another maker's equipment are that competitor's customers, and not ours yet. */
function rivalOf({ fate, ending }: Draft, { fields }: CustomerInput, dice: Dice): Partial<CustomerInput> {
  if (fate !== 'open' || ending === 'over' || fields?.['equipment'] !== 'competitor' || !dice.chance(0.08)) return {};
  return { isServed: false, servedBy: dice.pick(RIVALS) };
}

/** In a short story only those who are contacted often can be due by their cadence. */
function tierFor({ ending }: Draft, { last }: Frame, dice: Dice): Profile['tier'] {
  const possible = TIERS.filter(({ ideal }) => ending !== 'cadence' || ideal * 2 + YOUNGEST < last);
  return dice.weighted((possible.length ? possible : TIERS.slice(0, 1)).map((tier) => [tier, tier.weight] as const));
}

/** The working day of the last contact, which decides in which bucket the customer stands today. */
function lastDayOf({ ending, fate }: Draft, ideal: number, { last }: Frame, dice: Dice): number {
  const daysBefore = (least: number, most: number): number => Math.max(1, last - dice.whole(least, Math.max(least, Math.round(most))));
  switch (ending) {
    case 'ahead':
      return daysBefore(0, Math.min(ideal, 34));
    case 'rhythm':
      return daysBefore(0, ideal * 0.75);
    case 'waiting':
    case 'promised':
      return daysBefore(2, 7);
    case 'broken':
      return daysBefore(4, 8);
    case 'today':
      return daysBefore(2, 24);
    case 'overdue':
      return daysBefore(8, 34);
    case 'no_step':
      return daysBefore(2, Math.min(8, ideal - 3));
    case 'cadence':
      return daysBefore(Math.ceil(ideal * 1.08) + 1, Math.ceil(ideal * 1.42) + 1);
    case 'new':
      return last;
    case 'over':
      return fate === 'dormant' ? daysBefore(90, 260) : daysBefore(3, 420);
  }
}

/** When the customer became known: a third of them before the story, the others all along it, a little more of them every month. */
function acquaintance({ ending }: Draft, lastDay: number, frame: Frame, dice: Dice): { firstDay: number; knownSinceOn: LocalDate; isOld: boolean } {
  if (ending === 'new') {
    const firstDay = frame.last - dice.whole(0, 2);
    return { firstDay, knownSinceOn: frame.on(firstDay), isOld: false };
  }
  if (dice.chance(0.3) || lastDay <= YOUNGEST) {
    const firstDay = dice.whole(0, Math.max(0, Math.min(ENTERED_WITHIN, lastDay - 1)));
    return { firstDay, knownSinceOn: addDays(frame.start, -dice.whole(20, LONGEST_KNOWN_BEFORE)), isOld: true };
  }
  const firstDay = Math.floor((lastDay - YOUNGEST) * dice.share() ** 0.8);
  return { firstDay, knownSinceOn: frame.on(firstDay), isOld: false };
}

function preferences(dice: Dice, isChinese: boolean, idOf: (word: string) => string): Partial<CustomerInput> {
  return {
    ...(dice.chance(0.3) && { preferredChannelId: idOf(`channels.${dice.pick(isChinese ? ['phone', 'wechat'] : ['phone', 'email'])}`) }),
    ...(dice.chance(0.12) && { preferredFrom: '14:00', preferredUntil: '17:00' }),
    ...(dice.chance(0.1) && { quietFrom: '20:00', quietUntil: '08:30' }),
    ...(dice.chance(0.06) && { doNotContact: [idOf(`channels.${dice.pick(['letter', 'fax', 'advertisement'])}`)] }),
  };
}

type Points = NonNullable<CustomerInput['contactPoints']>;

function pointsOf(dice: Dice, { isChinese, number }: Draft, place: number): Points {
  const box = `sample${number}${place === 0 ? '' : `-${place + 1}`}`;
  const points: Points = [{ kind: 'phone', value: phoneNumber(dice, isChinese), validity: dice.weighted([['ok', 7], ['unknown', 2], ['suspect', 0.3]]) }];
  if (isChinese ? dice.chance(0.35) : dice.chance(0.9)) points.push({ kind: 'email', value: `${box}@example.com`, validity: 'ok' });
  if (isChinese && dice.chance(0.6)) points.push({ kind: 'wechat', value: `wx_${box}`, validity: 'ok' });
  return points;
}

const address = (dice: Dice, name: string, isChinese: boolean): string =>
  isChinese ? `${name.slice(0, 1)}${dice.pick(['先生', '女士', '总', '老师'])}` : `${dice.pick(['Mr', 'Ms', 'Dr'])} ${name.split(' ').at(-1) ?? name}`;

import type { DataSource, EntityManager } from 'typeorm';
import { Channel } from '../../channels/index.ts';
import { CustomField, type FieldKind, Stage, Tier } from '../../customers/index.ts';
import { Disposition, Outcome } from '../../follow-ups/index.ts';
import type { LocalisedNames } from '../../kernel/index.ts';
import { type Actor, Person, Team, seesPerson } from '../../people/index.ts';
import type { ImportKind } from '../import.entity.ts';
import { type Reading, type Target, type WordList, headerKey, targetsOf } from './targets.ts';

/** Words of a list and what they stand for: an identifier, or a key where the list has none. Null = several have that name. */
export type WordMap = ReadonlyMap<string, string | null>;

/** What a file can refer to at this moment, for one person's eyes. */
export interface Vocabulary {
  targets: ReadonlyMap<string, Target>;
  words: ReadonlyMap<WordList, WordMap>;
  channels: readonly Channel[];
  dispositions: readonly Disposition[];
  stages: readonly Stage[];
  tiers: readonly Tier[];
  fields: readonly CustomField[];
  outcomes: readonly Outcome[];
  teams: readonly Team[];
}

interface Named {
  id: string;
  key: string;
  names: LocalisedNames;
  archivedAt?: Date | null;
}

/** A word as it is compared. */
export const wordKey = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');

/** Reads every list a file of that kind can name; people and teams are those that the actor sees. */
export async function readVocabulary(source: DataSource | EntityManager, actor: Actor, kind: ImportKind): Promise<Vocabulary> {
  const all = <T extends Named>(entity: new () => T): Promise<T[]> => source.getRepository(entity).find({ order: { archivedAt: 'DESC', id: 'ASC' } as never });
  const ordered = <T extends { position: number }>(list: T[]): T[] => list.sort((a, b) => a.position - b.position);
  const channels = ordered(await all(Channel));
  const dispositions = ordered(await all(Disposition));
  const outcomes = ordered(await all(Outcome));
  const stages = ordered(await all(Stage));
  const tiers = ordered(await all(Tier));
  const fields = ordered(await all(CustomField)).filter(({ archivedAt }) => archivedAt === null);
  const people = (await source.getRepository(Person).find()).filter(({ id }) => seesPerson(actor, id));
  const teams = (await source.getRepository(Team).find()).filter(({ id, archivedAt }) => archivedAt === null && (actor.sees.all || actor.sees.teamIds.includes(id)));
  const words = new Map<WordList, WordMap>([
    ['channels', wordsOf(channels)],
    ['dispositions', wordsOf(dispositions)],
    ['outcomes', wordsOf(outcomes)],
    ['stages', wordsOf(stages)],
    ['tiers', wordsOf(tiers)],
    ['people', collect(people.flatMap(({ id, name, email }) => [[email, id], [name, id]]))],
    ['teams', collect(teams.map(({ id, name }) => [name, id]))],
    ['customerKinds', collect(CUSTOMER_KINDS)],
    ['directions', collect(DIRECTIONS)],
    ...fields.filter((field) => field.kind === 'choice').map((field) => [choicesOf(field), collect(field.choices.flatMap(({ key, names }) => wordsFor(key, key, names)))] as const),
  ]);
  return { targets: targetMap(kind, fields), words, channels, dispositions, outcomes, stages, tiers, fields, teams };
}

/** The word list of a choice field. */
export const choicesOf = ({ key }: { key: string }): WordList => `choices:${key}`;

const CUSTOMER_KINDS = pairs({ person: 'person individual private 个人 個人 自然人', organisation: 'organisation organization company business enterprise 公司 企业 企業 组织 組織 单位 單位 机构 機構' });
const DIRECTIONS = pairs({ outbound: 'outbound out outgoing 呼出 去电 去電 主动 主動 发出 發出', inbound: 'inbound in incoming 呼入 来电 來電 被动 被動 收到' });

function pairs(words: Record<string, string>): [string, string][] {
  return Object.entries(words).flatMap(([key, list]) => list.split(' ').map((text): [string, string] => [text, key]));
}

function wordsFor(key: string, id: string, names: LocalisedNames): [string, string][] {
  return [key, names.en, names.zhHans, names.zhHant].flatMap((text): [string, string][] => (text ? [[text, id]] : []));
}

/** Entries in use win over archived ones of the same name. */
function wordsOf(entries: readonly Named[]): WordMap {
  const used = collect(entries.filter(({ archivedAt }) => !archivedAt).flatMap(({ id, key, names }) => wordsFor(key, id, names)));
  const archived = collect(entries.filter(({ archivedAt }) => archivedAt).flatMap(({ id, key, names }) => wordsFor(key, id, names)));
  return new Map([...archived, ...used]);
}

function collect(words: readonly (readonly [string, string] | string[])[]): WordMap {
  const map = new Map<string, string | null>();
  for (const [text = '', id = ''] of words) {
    const key = wordKey(text);
    const known = map.get(key);
    map.set(key, known === undefined || known === id ? id : null);
  }
  return map;
}

const READING_OF_FIELD: Readonly<Record<Exclude<FieldKind, 'choice'>, Reading>> = {
  text: { as: 'text', max: 2_000 },
  number: { as: 'number' },
  date: { as: 'day' },
  boolean: { as: 'flag' },
};

function targetMap(kind: ImportKind, fields: readonly CustomField[]): Map<string, Target> {
  const own = kind === 'customers' ? fields.map(fieldTarget) : [];
  return new Map([...targetsOf(kind), ...own].map((target) => [target.key, target]));
}

function fieldTarget(field: CustomField): Target {
  const reading: Reading = field.kind === 'choice' ? { as: 'word', list: choicesOf(field) } : READING_OF_FIELD[field.kind];
  const names = [field.key, field.names.en, field.names.zhHans, field.names.zhHant].flatMap((name) => (name ? [headerKey(name)] : []));
  return { key: `field:${field.key}`, reading, isRequired: field.isRequired, headers: names };
}

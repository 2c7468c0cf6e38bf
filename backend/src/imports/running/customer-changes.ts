import type { BatchStage, CustomerChange, ExistingCustomer, NewCustomer } from '../../customers/index.ts';
import { startOfDay } from '../../kernel/index.ts';
import type { Vocabulary } from '../mapping/words.ts';
import type { CustomerDraft, DraftStage, DraftValues, Today } from '../rows/customer-draft.ts';

interface Now extends Today {
  now: Date;
}

/** The customer that a row makes; what it leaves open gets the defaults of a customer typed by hand, but no owner of its own accord. */
export function newCustomer(id: string, draft: CustomerDraft, vocabulary: Vocabulary, now: Now): NewCustomer {
  const { values, stage } = draft;
  const inUse = <T extends { archivedAt: Date | null }>(list: readonly T[]): T[] => list.filter(({ archivedAt }) => archivedAt === null);
  const knownSinceOn = values.knownSinceOn ?? earliest(now.today, stage?.on);
  const first = inUse(vocabulary.stages).find(({ kind }) => kind === 'open')?.id ?? '';
  const isOpen = !stage || vocabulary.stages.find(({ id: of }) => of === stage.stageId)?.kind === 'open';
  // An open stage without a day is the one in which the customer became known.
  const since = { stageId: stage?.stageId ?? first, at: startOfDay(knownSinceOn, now.timeZone), on: knownSinceOn, amount: null, reason: null };
  return {
    ...values,
    id,
    name: values.name ?? '',
    kind: values.kind ?? (draft.person ? 'organisation' : 'person'),
    tierId: values.tierId ?? inUse(vocabulary.tiers).at(-1)?.id ?? '',
    knownSinceOn,
    externalId: draft.externalId,
    tags: draft.tags,
    fields: draft.fields,
    contactPoints: draft.points,
    person: draft.person,
    stage: stage && (stage.at || !isOpen) ? dated(stage, now) : since,
  };
}

/** What a row changes of a customer; null when it says nothing new. Cells that are empty, and tags or numbers that are missing, take nothing away. */
export function changeOf(existing: ExistingCustomer, draft: CustomerDraft, now: Now): CustomerChange | null {
  const values = Object.fromEntries(Object.entries(draft.values).filter(([key, value]) => !same(existing[key as keyof DraftValues], value))) as DraftValues;
  const fields = Object.fromEntries(Object.entries(draft.fields).filter(([key, value]) => existing.fields[key] !== value));
  const tags = draft.tags.filter((tag) => !existing.tags.includes(tag));
  const points = draft.points.filter(({ kind, key }) => !existing.pointKeys.includes(`${kind} ${key}`));
  const person = draft.person && !existing.people.some(({ name }) => name === draft.person?.name) ? draft.person : null;
  const stage = stageChange(existing, draft.stage, now);
  const isSame = !Object.keys(values).length && !Object.keys(fields).length && !tags.length && !points.length && !person && !stage;
  if (isSame) return null;
  const personId = draft.person ? (existing.people.find(({ name }) => name === draft.person?.name)?.id ?? null) : null;
  return { existing, values, fields, tags, contactPoints: points, person, personId, stage };
}

/** A stage the customer is in already, or left again since the day the file names, is no news. */
export function stageChange(existing: ExistingCustomer, stage: DraftStage | null, now: Now): BatchStage | null {
  if (!stage || stage.stageId === existing.stageId) return null;
  return stage.at && stage.at <= existing.stageSince ? null : dated(stage, now);
}

/** Without a day a stage counts from now: that is when we were told. */
function dated(stage: DraftStage, { now, today }: Now): BatchStage {
  if (!stage.at || !stage.on) return { ...stage, at: now, on: today };
  // The last instant of today lies ahead.
  return { ...stage, at: stage.at > now ? now : stage.at, on: stage.on };
}

const earliest = (day: string, other: string | null | undefined): string => (other && other < day ? other : day);

const same = (there: unknown, given: unknown): boolean => JSON.stringify(there ?? null) === JSON.stringify(given ?? null);

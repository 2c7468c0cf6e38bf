import type { EntityManager } from 'typeorm';
import { type FieldError, invalidFields, localDateOf, startOfDay } from '../kernel/index.ts';
import type { Actor } from '../people/index.ts';
import { newId } from '../platform/ids.ts';
import { writeGrams } from './batches/insertion.ts';
import { writeContactLists } from './contact-people/contact-lists.ts';
import { NOBODY, mergedLists } from './contact-people/contact-lists.rules.ts';
import type { CreateCustomer } from './customer.dto.ts';
import { Customer } from './customer.entity.ts';
import { wrongWithHours, wrongWithKnownSince } from './customer.rules.ts';
import { fieldDefinitions } from './fields/definitions.ts';
import { mergedFieldValues } from './fields/field-values.rules.ts';
import { keeperFor } from './ownership/keeper.ts';
import { references, wrongWithExternalId, wrongWithPointers } from './references.ts';
import { sortNameOf } from './search/names.ts';
import { StageChange } from './stages/stage-change.entity.ts';
import { wrongWithChange } from './stages/stage-changes.rules.ts';
import type { StageOfKind } from './stages/stage-history.rules.ts';

/** Writes a new customer with its people, contact points, first stage and search row; answers its id. Every rule that is broken is named beside its field. */
export async function writeNewCustomer(tx: EntityManager, actor: Actor, input: CreateCustomer, now: Date): Promise<string> {
  const keeper = await keeperFor(tx, actor, { ownerId: input.ownerId === undefined ? actor.personId : input.ownerId, ...(input.teamId === undefined ? {} : { teamId: input.teamId }) });
  const words = await references(tx);
  const details = detailsOf(input, localDateOf(now, actor.timeZone), words.tierIds.at(-1) ?? '');
  const stage = words.stages.find(({ id, kind }) => (input.stageId === undefined ? kind === 'open' : id === input.stageId));
  const first = { at: firstMoment(details.knownSinceOn, now, actor), amount: input.amount ?? null, reason: input.reason ?? null };
  const fields = mergedFieldValues(await fieldDefinitions(tx), input.fields ?? {});
  const contact = mergedLists(NOBODY, input, newId);
  refuse([
    ...wrongWithKnownSince(details.knownSinceOn, localDateOf(now, actor.timeZone)), ...wrongWithHours(details), ...wrongWithPointers(details, words),
    ...(await wrongWithExternalId(tx, input.externalId, null)), ...wrongWithChange(first, stage, now), ...fields.errors, ...contact.errors,
  ]);
  const id = newId();
  await insert(tx, actor, { ...details, ...keeper, id, fields: fields.values }, { ...first, stage: stage as StageOfKind }, now);
  await writeContactLists(tx, id, contact.lists, now);
  await writeGrams(tx, [{ id, name: details.name, kind: details.kind, people: contact.lists.people.map(({ name }) => name) }]);
  return id;
}

type Details = ReturnType<typeof detailsOf>;

function detailsOf(input: CreateCustomer, today: string, ordinaryTierId: string) {
  return {
    name: input.name, kind: input.kind, tierId: input.tierId ?? ordinaryTierId, source: input.source ?? null, industry: input.industry ?? null, region: input.region ?? null,
    isServed: input.isServed ?? true, servedBy: input.servedBy ?? null, tags: input.tags ?? [], note: input.note ?? '', formOfAddress: input.formOfAddress ?? null, preferredChannelId: input.preferredChannelId ?? null, preferredFrom: input.preferredFrom ?? null,
    preferredUntil: input.preferredUntil ?? null, quietFrom: input.quietFrom ?? null, quietUntil: input.quietUntil ?? null, timeZone: input.timeZone ?? null,
    doNotContact: input.doNotContact ?? [], knownSinceOn: input.knownSinceOn ?? today, externalId: input.externalId ?? null,
  };
}

// A customer known for long has been in its first stage since then, so that what happened meanwhile can be recorded after it.
const firstMoment = (knownSinceOn: string, now: Date, actor: Actor): Date => {
  const start = startOfDay(knownSinceOn, actor.organisation.timeZone);
  return knownSinceOn < localDateOf(now, actor.organisation.timeZone) ? start : now;
};

function refuse(errors: readonly FieldError[]): void {
  if (errors.length) throw invalidFields(errors);
}

interface FirstStage {
  stage: StageOfKind;
  at: Date;
  amount: number | null;
  reason: string | null;
}

async function insert(
  tx: EntityManager,
  actor: Actor,
  row: Details & Pick<Customer, 'id' | 'ownerId' | 'teamId' | 'fields'>,
  { stage, at, amount, reason }: FirstStage,
  now: Date,
): Promise<void> {
  await tx.insert(Customer, {
    ...row, sortName: sortNameOf(row.name, row.kind === 'person'), stageId: stage.id, stageSince: at, isOpen: stage.kind === 'open', convertedAt: stage.kind === 'won' ? at : null,
    createdAt: now, createdById: actor.personId, cadenceAnchorOn: row.knownSinceOn, archivedAt: null,
  });
  await tx.insert(StageChange, {
    id: newId(), customerId: row.id, fromStageId: null, toStageId: stage.id, changedAt: at, changedOn: localDateOf(at, actor.organisation.timeZone),
    amount: amount === null ? null : String(amount), reason, changedById: actor.personId,
  });
}

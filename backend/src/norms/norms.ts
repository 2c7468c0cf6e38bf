import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { Channel } from '../channels/index.ts';
import { type FieldError, conflict, invalidFields, stale } from '../kernel/index.ts';
import type { Actor } from '../people/index.ts';
import { Audit, differences } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { newId } from '../platform/ids.ts';
import { NormReads } from './norm-reads.ts';
import { NormVersion } from './norm-version.entity.ts';
import { Norm } from './norm.entity.ts';
import { pointsOf, unknownPlaceholders } from './norm.rules.ts';
import type { NormView, WriteNorm } from './norms.dto.ts';

type Content = Pick<NormVersion, 'name' | 'contactKind' | 'channelId' | 'checklist' | 'script' | 'dos' | 'donts' | 'responseMinutes' | 'isResponseInWorkingTime'>;

/** Norms are written as versions: a change ends the one in force and begins another. */
@Injectable()
export class Norms {
  constructor(
    private readonly transactions: Transactions,
    private readonly reads: NormReads,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A new norm, in use at once. */
  add(actor: Actor, given: WriteNorm): Promise<NormView> {
    return this.transactions.run(actor, async (tx) => {
      const id = newId();
      const content = await checked(tx, id, given, null);
      await tx.insert(Norm, { id, createdAt: this.clock.now(), createdById: actor.personId });
      await this.begin(tx, actor, id, 1, content);
      await this.audit.record(tx, actor, 'norm.added', id, { name: content.name });
      return this.reads.one(tx, id);
    });
  }

  /** Makes a new version of a norm in use; saying the same again makes none. */
  change(actor: Actor, id: string, version: number, given: WriteNorm): Promise<NormView> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.reads.one(tx, id);
      if (before.version !== version) throw stale();
      if (before.isArchived) throw conflict('norm_is_archived');
      const content = await checked(tx, id, given, before);
      const changes = differences(contentOf(before), { ...content });
      if (Object.keys(changes).length === 0) return before;
      await this.step(tx, id, version);
      await tx.update(NormVersion, { normId: id, untilAt: IsNull() }, { untilAt: this.clock.now() });
      await this.begin(tx, actor, id, before.number + 1, content);
      await this.audit.record(tx, actor, 'norm.changed', id, changes);
      return this.reads.one(tx, id);
    });
  }

  /** Takes a norm out of use; what was done by it stays, plan items that name it fall back to the norm of their channel or kind. */
  archive(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const norm = await this.reads.one(tx, id);
      if (norm.isArchived) return;
      await this.step(tx, id, norm.version);
      await tx.update(NormVersion, { normId: id, untilAt: IsNull() }, { untilAt: this.clock.now() });
      await this.audit.record(tx, actor, 'norm.archived', id);
    });
  }

  /** Brings it back as it was, as a version of its own, so that the time between stays without it. */
  restore(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const norm = await this.reads.one(tx, id);
      if (!norm.isArchived) return;
      const errors = await wrongWithPlace(tx, id, norm);
      if (errors.length) throw invalidFields(errors);
      await this.step(tx, id, norm.version);
      await this.begin(tx, actor, id, norm.number + 1, contentOf(norm));
      await this.audit.record(tx, actor, 'norm.restored', id);
    });
  }

  private async step(tx: EntityManager, id: string, version: number): Promise<void> {
    const { affected } = await tx.update(Norm, { id, version }, { version: version + 1 });
    if (affected !== 1) throw stale();
  }

  private async begin(tx: EntityManager, actor: Actor, normId: string, number: number, content: Content): Promise<void> {
    await tx.insert(NormVersion, { id: newId(), normId, number, ...content, fromAt: this.clock.now(), untilAt: null, madeById: actor.personId });
  }
}

const contentOf = ({ name, contactKind, channelId, checklist, script, dos, donts, responseMinutes, isResponseInWorkingTime }: Content): Content =>
  ({ name, contactKind, channelId, checklist, script, dos, donts, responseMinutes, isResponseInWorkingTime });

/** What is given, with everything wrong told at once. */
async function checked(tx: EntityManager, id: string, given: WriteNorm, before: Content | null): Promise<Content> {
  const [contactKind, channelId] = [given.contactKind ?? null, given.channelId ?? null];
  const errors: FieldError[] = await wrongWithPlace(tx, id, { contactKind, channelId });
  const [unknown] = unknownPlaceholders(given.script);
  if (unknown !== undefined) errors.push({ field: 'script', code: 'unknown_placeholder', params: { name: unknown } });
  const channel = channelId === null ? null : await tx.findOneBy(Channel, { id: channelId });
  if (channelId !== null && (!channel || (channel.archivedAt !== null && before?.channelId !== channelId))) errors.push({ field: 'channelId', code: 'unknown_channel' });
  if (errors.length) throw invalidFields(errors);
  const lines = (texts: readonly { text: string }[]): string[] => texts.map(({ text }) => text);
  return {
    name: given.name, contactKind, channelId, checklist: pointsOf(given.checklist, before?.checklist ?? [], newId), script: given.script, dos: lines(given.dos), donts: lines(given.donts),
    responseMinutes: given.responseMinutes, isResponseInWorkingTime: given.isResponseInWorkingTime,
  };
}

async function wrongWithPlace(tx: EntityManager, id: string, { contactKind, channelId }: Pick<Content, 'contactKind' | 'channelId'>): Promise<FieldError[]> {
  if (contactKind !== null && channelId !== null) return [{ field: 'channelId', code: 'a_norm_is_for_a_channel_or_a_kind' }];
  const isTaken = async (place: { channelId: string } | { contactKind: typeof contactKind & string }): Promise<boolean> =>
    (await tx.findBy(NormVersion, { ...place, untilAt: IsNull() })).some(({ normId }) => normId !== id);
  if (channelId !== null && (await isTaken({ channelId }))) return [{ field: 'channelId', code: 'one_norm_per_channel' }];
  if (contactKind !== null && (await isTaken({ contactKind }))) return [{ field: 'contactKind', code: 'one_norm_per_contact_kind' }];
  return [];
}

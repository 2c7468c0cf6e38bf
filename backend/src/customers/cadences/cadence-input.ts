import type { EntityManager } from 'typeorm';
import { invalidFields } from '../../kernel/index.ts';
import { references } from '../references.ts';
import type { CadenceTermsView, WriteCadence } from './cadence.dto.ts';
import { wrongWithCadence } from './cadence.rules.ts';

/** The columns of `paces` that an answer shows, in the answer's names. */
export const TERMS = `'ideal', p.ideal, 'maximum', p.maximum, 'unit', p.unit, 'anchor', p.anchor, 'anchorOn', p.anchor_on, 'channelIds', array_to_json(p.channel_ids), 'hoursFrom', p.hours_from,
  'hoursUntil', p.hours_until, 'stopAfterAttempts', p.stop_after_attempts, 'stopOn', p.stop_on, 'stopsWhenConverted', p.stops_when_converted`;

/** A cadence as somebody wrote it, whole; what breaks a rule is named beside its field (422). A channel that it had before may be archived by now. */
export async function checkedCadence(tx: EntityManager, input: WriteCadence, before?: Pick<CadenceTermsView, 'channelIds'>): Promise<CadenceTermsView> {
  const { channelIds } = await references(tx);
  const { unit = 'working_days', anchor = 'sliding', stopsWhenConverted = false } = input;
  const terms = {
    ideal: input.ideal, maximum: input.maximum, unit, anchor, anchorOn: anchor === 'fixed' ? (input.anchorOn ?? null) : null, channelIds: input.channelIds ?? [], hoursFrom: input.hoursFrom ?? null,
    hoursUntil: input.hoursUntil ?? null, stopAfterAttempts: input.stopAfterAttempts ?? null, stopOn: input.stopOn ?? null, stopsWhenConverted,
  };
  const errors = wrongWithCadence(terms, [...channelIds, ...(before?.channelIds ?? [])]);
  if (errors.length) throw invalidFields(errors);
  return terms;
}

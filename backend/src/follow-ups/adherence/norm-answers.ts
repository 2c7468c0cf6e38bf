import type { EntityManager } from 'typeorm';
import { invalid } from '../../kernel/index.ts';
import { type NormPoint, followedOf } from '../../norms/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import type { NormAnswerInput } from '../logging/log-contact.dto.ts';

/** The communication that an answer belongs to, and the touchpoint that it is about. */
export interface AnsweredContact {
  readonly followUpId: string;
  readonly channelId: string;
  readonly touchpointId: string | null;
}

// A version that was replaced while somebody was on the phone still counts: it is the one that was followed.
const askedVersion = statement(
  'norm_version_answered',
  `SELECT v.checklist, (v.channel_id = $2 OR v.contact_kind = (SELECT x.contact_kind FROM channels x WHERE x.id = $2)
     OR EXISTS (SELECT 1 FROM touchpoints t JOIN plan_items i ON i.id = t.plan_item_id WHERE t.id = $3 AND i.norm_id = v.norm_id)) IS TRUE AS applies
   FROM norm_versions v WHERE v.id = $1`,
);
const keep = statement('norm_answer_kept', 'INSERT INTO norm_answers (follow_up_id, norm_version_id, ticked, required, ticked_required) VALUES ($1, $2, $3, $4, $5)');

/** Keeps the ticked points with a communication, in its transaction; refuses a norm that is not for such a contact (`norm_does_not_apply`) and points that it does not have. */
export async function keepNormAnswer(tx: EntityManager, { versionId, ticked }: NormAnswerInput, contact: AnsweredContact): Promise<void> {
  const [version] = await rows<{ checklist: NormPoint[]; applies: boolean }>(tx, askedVersion, [versionId, contact.channelId, contact.touchpointId]);
  if (!version?.applies) throw invalid('norm', 'norm_does_not_apply');
  if (ticked.some((id) => !version.checklist.some((point) => point.id === id))) throw invalid('norm', 'unknown_point');
  const { required, tickedRequired } = followedOf(version.checklist, ticked);
  await rows(tx, keep, [contact.followUpId, versionId, JSON.stringify(ticked), required, tickedRequired]);
}

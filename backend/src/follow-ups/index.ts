export { Disposition, DISPOSITION_KINDS, type DispositionKind } from './disposition.entity.ts';
export { Outcome } from './outcome.entity.ts';
export { Comment } from './comment.entity.ts';
export { type Direction, FOLLOW_UP_KINDS, FollowUp, type FollowUpKind, type Validity } from './follow-up.entity.ts';
export { appliedNorm } from './adherence/adherence.ts';
export { AppliedNormView } from './adherence/adherence.dto.ts';
export { LAST_CONTACTS, PEOPLE } from './briefing/brief.statement.ts';
export { BriefContactView, BriefPersonView, ContactedCustomerView } from './briefing/briefing.dto.ts';
export { Comments } from './comments/comments.ts';
export { LogDefaults } from './briefing/log-defaults.ts';
export { ContactLog } from './logging/contact-log.ts';
export { Corrections } from './logging/corrections.ts';
export { type Judgement, isEffective } from './logging/judgement.rules.ts';
export { releaseTouchpoint } from './logging/correction.statements.ts';
export { Logs } from './logging/logs.ts';
export { MatchingAnew } from './logging/matching-anew.ts';
export type { Kept } from './logging/rematching.rules.ts';
export { type Answerable, type ResponsePromise, respondByOf } from './logging/respond-by.rules.ts';
export { Withdrawals } from './logging/withdrawals.ts';
export { Requests } from './requests/requests.ts';
export { Events } from './tasks/events.ts';
export { Tasks } from './tasks/tasks.ts';
export { Timeline } from './timeline/timeline.ts';
export { FollowUpsModule } from './follow-ups.module.ts';
export {
  type CommunicationChange, type ExistingCommunication, type NewCommunication,
  changeCommunications, communicationsByExternalId, insertCommunications,
} from './batches/communications.ts';

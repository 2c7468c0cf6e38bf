export { Disposition, DISPOSITION_KINDS, type DispositionKind } from './disposition.entity.ts';
export { Outcome } from './outcome.entity.ts';
export { FollowUpsModule } from './follow-ups.module.ts';
export {
  type CommunicationChange, type ExistingCommunication, type NewCommunication,
  changeCommunications, communicationsByExternalId, insertCommunications,
} from './batches/communications.ts';

export { Disposition, DISPOSITION_KINDS, type DispositionKind } from './disposition.entity.ts';
export { Outcome } from './outcome.entity.ts';

import { invalid } from '../../kernel/index.ts';

/** A next step as far as its form goes. */
export interface GivenNextStep {
  readonly kind: 'touchpoint' | 'cadence' | 'none';
  readonly dueOn?: string | null;
  readonly dueAt?: string | null;
  readonly reason?: string | null;
  readonly isPromised?: boolean | null;
}

/** A next step is one thing: a date and a promise belong to a touchpoint (`date_without_touchpoint` and `promise_without_touchpoint` elsewhere), and "none" says why (`required`). */
export function checkNextStep({ kind, dueOn, dueAt, reason, isPromised }: GivenNextStep): void {
  if (kind !== 'touchpoint' && (dueOn || dueAt)) throw invalid(dueOn ? 'nextStep.dueOn' : 'nextStep.dueAt', 'date_without_touchpoint');
  if (kind !== 'touchpoint' && isPromised) throw invalid('nextStep.isPromised', 'promise_without_touchpoint');
  if (kind === 'none' && !reason) throw invalid('nextStep.reason', 'required');
}

import { invalid } from '../../kernel/index.ts';

/** The judgements of a communication that decide whether it resets a cadence. */
export interface Judgement {
  /** Kind of its disposition. */
  readonly dispositionKind: string;
  /** Whether both sides can speak on its channel. */
  readonly isTwoWay: boolean;
  /** 1 to 5, null when nobody judged it. */
  readonly evaluation: number | null;
  readonly validity: 'unassessed' | 'valid' | 'invalid';
}

const LOWEST_EFFECTIVE = 2;

/** Effective is: reached, two-way, evaluation not below 2, not invalid. Only such a communication resets a cadence. */
export const isEffective = ({ dispositionKind, isTwoWay, evaluation, validity }: Judgement): boolean =>
  dispositionKind === 'reached' && isTwoWay && (evaluation === null || evaluation >= LOWEST_EFFECTIVE) && validity !== 'invalid';

/** The reason of an invalid communication, which is required; none of any other. */
export function invalidReasonOf(validity: Judgement['validity'], reason: string | null | undefined): string | null {
  if (validity !== 'invalid') return null;
  if (!reason) throw invalid('invalidReason', 'required');
  return reason;
}

import type { DecidingRule } from './approval.entity.ts';

/** What a decider can say. */
export type Decision = 'approved' | 'returned';

/** A decider with what they have said so far. */
export interface Voice {
  readonly personId: string;
  readonly position: number;
  readonly decision: Decision | null;
}

/** What the voices come to: one that returns is enough to return; one that approves is enough for `any`, else all have to. */
export function outcomeOf(rule: DecidingRule, voices: readonly Voice[]): Decision | 'waiting' {
  if (voices.some(({ decision }) => decision === 'returned')) return 'returned';
  const approving = voices.filter(({ decision }) => decision === 'approved').length;
  return approving > 0 && approving >= (rule === 'any' ? 1 : voices.length) ? 'approved' : 'waiting';
}

/** Whose turn it is, in order: nobody's once it is decided, the first one's where there is an order, else everybody's who has not spoken. */
export function turnsOf(rule: DecidingRule, voices: readonly Voice[]): string[] {
  if (outcomeOf(rule, voices) !== 'waiting') return [];
  const open = voices.filter(({ decision }) => decision === null).sort((a, b) => a.position - b.position);
  return (rule === 'in_order' ? open.slice(0, 1) : open).map(({ personId }) => personId);
}

/** Somebody who could decide. */
export interface Candidate {
  readonly id: string;
  readonly isAdministrator: boolean;
}

/** Those who may decide: never whose own matter it is, unless nobody else could; then the administrators among them. */
export function mayDecide<T extends Candidate>(candidates: readonly T[], ownerIds: readonly string[]): T[] {
  const others = candidates.filter(({ id }) => !ownerIds.includes(id));
  return others.length ? others : candidates.filter(({ isAdministrator }) => isAdministrator);
}

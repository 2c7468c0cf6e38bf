import type { View } from '../core/api';
import type { Tone } from '../ui/chip';

/** How far a plan has come. */
export type PlanState = View<'PlanRow'>['state'];

/** All states in their order. */
export const PLAN_STATES = ['draft', 'submitted', 'returned', 'approved', 'running', 'closed'] as const satisfies readonly PlanState[];

const TONES: Record<PlanState, Tone> = { draft: 'neutral', submitted: 'info', returned: 'warning', approved: 'success', running: 'success', closed: 'neutral' };

/** What a state's colour says. */
export const toneOf = (state: PlanState): Tone => TONES[state];

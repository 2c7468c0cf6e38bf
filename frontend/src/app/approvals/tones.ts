import type { View } from '../core/api';
import type { Tone } from '../ui/chip';

const TONES: Readonly<Record<View<'ApprovalRow'>['state'], Tone>> = { waiting: 'warning', approved: 'success', returned: 'danger', withdrawn: 'neutral' };

/** The colour of an approval's state. */
export const toneOf = (state: View<'ApprovalRow'>['state']): Tone => TONES[state];

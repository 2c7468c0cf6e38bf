import type { View } from '../core/api';
import type { Tone } from '../ui/chip';

const TONES: Readonly<Record<View<'StageView'>['kind'], Tone>> = { open: 'info', won: 'success', lost: 'danger', dormant: 'neutral' };

/** The colour of a stage, by its kind. */
export const stageTone = (stage: Pick<View<'StageView'>, 'kind'> | undefined): Tone => (stage ? TONES[stage.kind] : 'neutral');

export { Touchpoint, TOUCHPOINT_STATES, type TouchpointOrigin, type TouchpointState } from './touchpoint.entity.ts';
export { TouchpointsModule } from './touchpoints.module.ts';
export { Touchpoints } from './touchpoints.ts';

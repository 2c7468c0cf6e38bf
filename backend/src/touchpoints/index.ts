export { Touchpoint, TOUCHPOINT_STATES, type TouchpointOrigin, type TouchpointState } from './touchpoint.entity.ts';
export { type ContactLimits, isQuiet, respectLimits } from './contact-limits.rules.ts';
export { refreshContactState } from './contact-state.ts';
export { CLOCK_SKEW_MS, type Due, type GivenDue, dueOf, isSameDue } from './due.rules.ts';
export { zoneOfOwner } from './planning.ts';
export { TouchpointsModule } from './touchpoints.module.ts';
export { Touchpoints } from './touchpoints.ts';

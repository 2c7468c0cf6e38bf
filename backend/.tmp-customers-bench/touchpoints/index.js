export { Touchpoint, TOUCHPOINT_STATES } from "./touchpoint.entity.js";
export { isQuiet, respectLimits } from "./contact-limits.rules.js";
export { refreshContactState } from "./contact-state.js";
export { CLOCK_SKEW_MS, dueOf, isSameDue } from "./due.rules.js";
export { zoneOfOwner } from "./planning.js";
export { TouchpointsModule } from "./touchpoints.module.js";
export { Touchpoints } from "./touchpoints.js";

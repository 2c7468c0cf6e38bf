export { type NormInForce, NormReads } from './norm-reads.ts';
export { type NormPoint, NormVersion } from './norm-version.entity.ts';
export { Norm } from './norm.entity.ts';
export { type NormReason, type Placeholder, NORM_REASONS, followedOf, nearestNorm, renderedScript } from './norm.rules.ts';
export { NormPointView, NormView } from './norms.dto.ts';
export { Norms } from './norms.ts';
export { NormsModule } from './norms.module.ts';

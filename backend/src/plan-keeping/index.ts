export { PlanKeepingModule } from './plan-keeping.module.ts';
export { PlanExpansion } from './expansion/plan-expansion.entity.ts';

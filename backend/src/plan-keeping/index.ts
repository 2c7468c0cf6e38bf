export { PlanKeepingModule } from './plan-keeping.module.ts';
export { WindowClosing } from './windows/window-closing.ts';
export { PlanExpansion } from './expansion/plan-expansion.entity.ts';

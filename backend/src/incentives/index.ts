export { costPerContact, leftOf } from './cost.rules.ts';
export { Grants } from './grants/grants.ts';
export { IncentiveGrant } from './grants/incentive-grant.entity.ts';
export { IncentiveRedemption } from './grants/incentive-redemption.entity.ts';
export { Incentive } from './incentive.entity.ts';
export { Incentives } from './incentives.ts';
export { IncentivesModule } from './incentives.module.ts';

import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/index.ts';
import { GrantsController } from './grants/grants.controller.ts';
import { Grants } from './grants/grants.ts';
import { IncentivesController } from './incentives.controller.ts';
import { Incentives } from './incentives.ts';

/** What customers get for taking part in contact: the catalogue, grants and redemptions. */
@Module({ imports: [ApprovalsModule], controllers: [IncentivesController, GrantsController], providers: [Incentives, Grants] })
export class IncentivesModule {}

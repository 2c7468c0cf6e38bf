import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from './approvals/index.ts';
import { CalendarModule } from './calendar/index.ts';
import { PlanKeepingModule } from './plan-keeping/index.ts';
import { ContactCardsModule } from './contact-cards/index.ts';
import { CustomersModule } from './customers/index.ts';
import { HealthModule } from './health/index.ts';
import { FollowUpsModule } from './follow-ups/index.ts';
import { ImportsModule } from './imports/index.ts';
import { IncentivesModule } from './incentives/index.ts';
import { MergingModule } from './merging/index.ts';
import { MyDayModule } from './my-day/index.ts';
import { NormsModule } from './norms/index.ts';
import { PeopleModule } from './people/index.ts';
import { PlansModule } from './plans/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { dataSourceOptions } from './platform/database/data-source.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { ReportsModule } from './reports/index.ts';
import { ScheduleModule } from './schedule/index.ts';
import { TouchpointsModule } from './touchpoints/index.ts';
import { VocabularyModule } from './vocabulary/index.ts';

/** The whole product over one database. */
@Module({})
export class AppModule {
  /** Everything that the configuration and the clock decide. */
  static over(config: Config, clock: Clock): DynamicModule {
    const database = TypeOrmModule.forRoot({ ...dataSourceOptions(config.databaseUrl ?? '', config.poolSize), retryAttempts: 5, retryDelay: 500 });
    return { module: AppModule, imports: [database, PlatformModule.with(config, clock), PeopleModule, CalendarModule, ScheduleModule, VocabularyModule, NormsModule, HealthModule, CustomersModule, ApprovalsModule, IncentivesModule, PlansModule, TouchpointsModule, FollowUpsModule, ContactCardsModule, PlanKeepingModule, MergingModule, ImportsModule, MyDayModule, ReportsModule] };
  }
}

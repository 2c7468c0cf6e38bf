import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Audit } from './audit/audit.ts';
import { Beginnings } from './beginnings.ts';
import { Clock } from './clock.ts';
import { CONFIG, type Config } from './config.ts';
import { Transactions } from './database/transactions.ts';
import { Jobs } from './jobs/jobs.ts';

/** The plumbing that every feature may use. */
@Global()
@Module({})
export class PlatformModule {
  /** The configuration can be injected by the token `CONFIG`, the clock by its class. */
  static with(config: Config, clock: Clock): DynamicModule {
    const given = [{ provide: CONFIG, useValue: config }, { provide: Clock, useValue: clock }];
    return { module: PlatformModule, providers: [...given, Audit, Beginnings, Jobs, Transactions], exports: [...given, Audit, Beginnings, Jobs, Transactions] };
  }
}

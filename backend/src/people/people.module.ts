import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { SessionGuard } from './session.guard.ts';
import { Sessions } from './sessions.ts';

/** Accounts, teams, sessions, rights and data scopes. */
@Module({ providers: [Sessions, { provide: APP_GUARD, useClass: SessionGuard }], exports: [Sessions] })
export class PeopleModule {}

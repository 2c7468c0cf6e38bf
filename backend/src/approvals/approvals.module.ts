import { Module } from '@nestjs/common';
import { ApprovalReads } from './approval-reads.ts';
import { ApprovalsController } from './approvals.controller.ts';
import { Approvals } from './approvals.ts';
import { Deciding } from './deciding.ts';

/** Decisions that are asked for and given, whatever they are about. */
@Module({ controllers: [ApprovalsController], providers: [Approvals, ApprovalReads, Deciding], exports: [Approvals, ApprovalReads] })
export class ApprovalsModule {}

import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.ts';
import { FollowUpsModule } from '../follow-ups/index.ts';
import { Duplicates } from './duplicates.ts';
import { MergeUndo } from './merge-undo.ts';
import { MergingController } from './merging.controller.ts';
import { Merging } from './merging.ts';
import { TellingApart } from './telling-apart.ts';

/** Two records of one customer made one, with all that hangs on them. */
@Module({
  imports: [CustomersModule, FollowUpsModule],
  controllers: [MergingController],
  providers: [Duplicates, MergeUndo, Merging, TellingApart],
})
export class MergingModule {}

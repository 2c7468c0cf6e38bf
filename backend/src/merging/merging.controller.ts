import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { RecordId } from '../platform/http/record-id.ts';
import { Duplicates } from './duplicates.ts';
import { DuplicatesView, MergeCustomers, MergePreviewView, MergeUndoneView, MergedView, PreviewMerge, TellApart, ToldApartView } from './merging.dto.ts';
import { MergeUndo } from './merge-undo.ts';
import { Merging } from './merging.ts';
import { TellingApart } from './telling-apart.ts';

/** Two records of one customer: found, made one, and taken apart again. */
@Controller()
export class MergingController {
  constructor(
    private readonly duplicates: Duplicates,
    private readonly merging: Merging,
    private readonly undoing: MergeUndo,
    private readonly apart: TellingApart,
  ) {}

  /** Customers that may be the same one, archived ones too. */
  @Get('customers/:id/duplicates')
  of(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<DuplicatesView> {
    return this.duplicates.of(actor, id);
  }

  /** Says that another customer is not this one, although it looks the same; for everybody, until it is taken back. */
  @Post('customers/:id/told-apart')
  @HttpCode(200)
  @Needs('customers.write')
  tellApart(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() { otherId }: TellApart): Promise<ToldApartView> {
    return this.apart.tell(actor, id, otherId);
  }

  /** Takes that back. */
  @Delete('customers/:id/told-apart/:otherId')
  @Needs('customers.write')
  takeBack(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('otherId', RecordId) otherId: string): Promise<ToldApartView> {
    return this.apart.takeBack(actor, id, otherId);
  }

  /** What merging would do; nothing is written. */
  @Post('customers/:id/merges/preview')
  @HttpCode(200)
  @Needs('customers.write')
  preview(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() { otherId }: PreviewMerge): Promise<MergePreviewView> {
    return this.merging.preview(actor, id, otherId);
  }

  /** Merges another customer into this one. */
  @Post('customers/:id/merges')
  @Needs('customers.write')
  merge(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() given: MergeCustomers): Promise<MergedView> {
    return this.merging.merge(actor, id, given);
  }

  /** Takes a merge apart again, within thirty days. */
  @Post('merges/:id/undo')
  @HttpCode(200)
  @Needs('customers.write')
  undo(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<MergeUndoneView> {
    return this.undoing.undo(actor, id);
  }
}

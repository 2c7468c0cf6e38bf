import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../../people/index.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { AbsencesQuery, AbsencesView } from './absences.dto.ts';
import { Absences } from './absences.ts';

/** When people are away. Entering one stands with the touchpoints, because it says what becomes of them. */
@Controller('absences')
export class AbsencesController {
  constructor(private readonly absences: Absences) {}

  /** A person's absences, the earliest first. */
  @Get()
  of(@CurrentActor() actor: Actor, @Query() { personId, from }: AbsencesQuery): Promise<AbsencesView> {
    return this.absences.of(actor, personId, from);
  }

  /** They are there after all. */
  @Delete(':id')
  @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<void> {
    return this.absences.withdraw(actor, id);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { RecordId } from '../platform/http/record-id.ts';
import { NormReads } from './norm-reads.ts';
import { NormVersionsView, NormView, NormsView, WriteNorm } from './norms.dto.ts';
import { Norms } from './norms.ts';

/** The standards for contacts: everybody reads them, who writes plans writes them. */
@Controller('norms')
export class NormsController {
  constructor(
    private readonly norms: Norms,
    private readonly reads: NormReads,
  ) {}

  /** All of them as they stand. */
  @Get()
  async all(): Promise<NormsView> {
    return { items: await this.reads.all() };
  }

  /** What one of them has said over time. */
  @Get(':id/versions')
  async versions(@Param('id', RecordId) id: string): Promise<NormVersionsView> {
    return { items: await this.reads.told(id) };
  }

  /** A new norm. */
  @Post()
  @Needs('plans.write')
  add(@CurrentActor() actor: Actor, @Body() given: WriteNorm): Promise<NormView> {
    return this.norms.add(actor, given);
  }

  /** A new version of a norm; the whole of it is given. */
  @Patch(':id')
  @Needs('plans.write')
  @ApiHeader({ name: 'If-Match', required: true })
  change(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() given: WriteNorm): Promise<NormView> {
    return this.norms.change(actor, id, version, given);
  }

  /** Takes a norm out of use. */
  @Post(':id/archival')
  @HttpCode(204)
  @Needs('plans.write')
  archive(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<void> {
    return this.norms.archive(actor, id);
  }

  /** Brings it back. */
  @Delete(':id/archival')
  @HttpCode(204)
  @Needs('plans.write')
  restore(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<void> {
    return this.norms.restore(actor, id);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';
import { notFound } from '../kernel/index.ts';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { LISTS, type ListName } from './entries.ts';
import { ChannelView, DispositionView, FieldView, OrderInput, OutcomeView, StageView, TierView, VocabularyView, WriteChannel, WriteDisposition, WriteField, WriteOutcome, WriteStage, WriteTier } from './vocabulary.dto.ts';
import { Vocabulary } from './vocabulary.ts';

/** The vocabulary as every page reads it. */
@Controller('vocabulary')
export class VocabularyController {
  constructor(private readonly vocabulary: Vocabulary) {}

  /** Everything that records can point to. */
  @Get()
  all(): Promise<VocabularyView> {
    return this.vocabulary.all();
  }
}

const listOf = (word: string): ListName => {
  const list = LISTS.find((name) => name === word);
  if (!list) throw notFound();
  return list;
};

/** Settings of the vocabulary. */
@Controller('settings')
@Needs('settings.manage')
export class VocabularySettingsController {
  constructor(private readonly vocabulary: Vocabulary) {}

  @Post('channels')
  addChannel(@CurrentActor() actor: Actor, @Body() given: WriteChannel): Promise<ChannelView> {
    return this.vocabulary.add(actor, 'channels', given);
  }

  @Patch('channels/:id')
  @ApiHeader({ name: 'If-Match', required: true })
  changeChannel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @Body() given: WriteChannel): Promise<ChannelView> {
    return this.vocabulary.change(actor, 'channels', id, version, given);
  }

  @Post('dispositions')
  addDisposition(@CurrentActor() actor: Actor, @Body() given: WriteDisposition): Promise<DispositionView> {
    return this.vocabulary.add(actor, 'dispositions', given);
  }

  @Patch('dispositions/:id')
  @ApiHeader({ name: 'If-Match', required: true })
  changeDisposition(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @Body() given: WriteDisposition): Promise<DispositionView> {
    return this.vocabulary.change(actor, 'dispositions', id, version, given);
  }

  @Post('outcomes')
  addOutcome(@CurrentActor() actor: Actor, @Body() given: WriteOutcome): Promise<OutcomeView> {
    return this.vocabulary.add(actor, 'outcomes', given);
  }

  @Patch('outcomes/:id')
  @ApiHeader({ name: 'If-Match', required: true })
  changeOutcome(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @Body() given: WriteOutcome): Promise<OutcomeView> {
    return this.vocabulary.change(actor, 'outcomes', id, version, given);
  }

  @Post('stages')
  addStage(@CurrentActor() actor: Actor, @Body() given: WriteStage): Promise<StageView> {
    return this.vocabulary.add(actor, 'stages', given);
  }

  @Patch('stages/:id')
  @ApiHeader({ name: 'If-Match', required: true })
  changeStage(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @Body() given: WriteStage): Promise<StageView> {
    return this.vocabulary.change(actor, 'stages', id, version, given);
  }

  @Post('tiers')
  addTier(@CurrentActor() actor: Actor, @Body() given: WriteTier): Promise<TierView> {
    return this.vocabulary.add(actor, 'tiers', given);
  }

  @Patch('tiers/:id')
  @ApiHeader({ name: 'If-Match', required: true })
  changeTier(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @Body() given: WriteTier): Promise<TierView> {
    return this.vocabulary.change(actor, 'tiers', id, version, given);
  }

  @Post('fields')
  addField(@CurrentActor() actor: Actor, @Body() given: WriteField): Promise<FieldView> {
    return this.vocabulary.add(actor, 'fields', given);
  }

  @Patch('fields/:id')
  @ApiHeader({ name: 'If-Match', required: true })
  changeField(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @Body() given: WriteField): Promise<FieldView> {
    return this.vocabulary.change(actor, 'fields', id, version, given);
  }

  /** Puts the entries of a list in a new order. */
  @Put(':list/order')
  @HttpCode(204)
  @ApiParam({ name: 'list', enum: LISTS })
  order(@CurrentActor() actor: Actor, @Param('list') list: string, @Body() { ids }: OrderInput): Promise<void> {
    return this.vocabulary.order(actor, listOf(list), ids);
  }

  /** Takes an entry out of use. */
  @Post(':list/:id/archival')
  @HttpCode(204)
  @ApiParam({ name: 'list', enum: LISTS })
  archive(@CurrentActor() actor: Actor, @Param('list') list: string, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.vocabulary.archive(actor, listOf(list), id, true);
  }

  /** Brings an entry back into use. */
  @Delete(':list/:id/archival')
  @HttpCode(204)
  @ApiParam({ name: 'list', enum: LISTS })
  restore(@CurrentActor() actor: Actor, @Param('list') list: string, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.vocabulary.archive(actor, listOf(list), id, false);
  }
}

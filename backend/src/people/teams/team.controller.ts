import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match.ts';
import type { Actor } from '../actor.ts';
import { CurrentActor, Needs } from '../session.guard.ts';
import { ChangeTeam, CreateTeam, TeamView, TeamsQuery, TeamsView } from './team.dto.ts';
import { Teams } from './teams.ts';

/** The tree of teams: open to read for everybody, changed in Settings. */
@Controller('teams')
export class TeamController {
  constructor(private readonly teams: Teams) {}

  /** Every team, each followed by those below it. */
  @Get()
  list(@Query() { archived }: TeamsQuery): Promise<TeamsView> {
    return this.teams.list(archived ?? false);
  }

  /** Adds a team. */
  @Post()
  @Needs('people.manage')
  create(@CurrentActor() actor: Actor, @Body() input: CreateTeam): Promise<TeamView> {
    return this.teams.create(actor, input);
  }

  /** Renames or moves a team. */
  @Patch(':id')
  @Needs('people.manage')
  @ApiHeader({ name: 'If-Match', required: true })
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @Body() input: ChangeTeam): Promise<TeamView> {
    return this.teams.change(actor, id, version, input);
  }

  /** Takes a team out of use; its history keeps its name. */
  @Post(':id/archival')
  @HttpCode(200)
  @Needs('people.manage')
  archive(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TeamView> {
    return this.teams.archive(actor, id);
  }

  /** Takes a team into use again. */
  @Delete(':id/archival')
  @Needs('people.manage')
  restore(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TeamView> {
    return this.teams.restore(actor, id);
  }
}

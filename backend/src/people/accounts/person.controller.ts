import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Req } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../platform/config.ts';
import { IfMatch } from '../../platform/http/if-match.ts';
import type { Actor } from '../actor.ts';
import { CurrentActor, Needs } from '../session.guard.ts';
import { publicAddress } from '../signing-in/session-cookie.ts';
import { Accounts, type Invited } from './accounts.ts';
import { PeopleList } from './people-list.ts';
import { AccountView, AccountsView, ChangePerson, InvitePerson, InvitedView, PeopleView } from './person.dto.ts';

/** The colleagues: names for everybody, accounts for administrators. */
@Controller('people')
export class PersonController {
  constructor(
    private readonly list: PeopleList,
    private readonly accounts: Accounts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Everybody by name, with whether you see their records. */
  @Get()
  everybody(@CurrentActor() actor: Actor): Promise<PeopleView> {
    return this.list.everybody(actor);
  }

  /** Everybody's account. */
  @Get('accounts')
  @Needs('people.manage')
  all(): Promise<AccountsView> {
    return this.list.accounts();
  }

  /** Invites a colleague; the link is shown this once. */
  @Post()
  @Needs('people.manage')
  async invite(@CurrentActor() actor: Actor, @Body() input: InvitePerson, @Req() request: FastifyRequest): Promise<InvitedView> {
    return this.withUrl(await this.accounts.invite(actor, input), request);
  }

  /** Changes, disables or enables an account. */
  @Patch(':id')
  @Needs('people.manage')
  @ApiHeader({ name: 'If-Match', required: true })
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @Body() input: ChangePerson): Promise<AccountView> {
    return this.accounts.change(actor, id, version, input);
  }

  /** A new link, also for a forgotten password; earlier ones stop working. */
  @Post(':id/invitation')
  @Needs('people.manage')
  async newLink(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<InvitedView> {
    return this.withUrl(await this.accounts.newLink(actor, id), request);
  }

  /** Signs a colleague out everywhere. */
  @Delete(':id/sessions')
  @HttpCode(204)
  @Needs('people.manage')
  endSessions(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.accounts.endSessions(actor, id);
  }

  private withUrl({ person, token }: Invited, request: FastifyRequest): InvitedView {
    return { person, invitationUrl: `${publicAddress(request, this.config)}/invitation/${token}` };
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import { CurrentActor, CurrentSession } from '../session.guard.ts';
import { clearSessionCookie, originOf } from '../signing-in/session-cookie.ts';
import { SessionView } from '../signing-in/session.dto.ts';
import { ChangePassword, ChangeProfile, OpenSessionsView } from './profile.dto.ts';
import { Profile } from './profile.ts';

/** The signed-in person's own account. */
@Controller('profile')
export class ProfileController {
  constructor(private readonly profile: Profile) {}

  /** Name, language, time zone, theme. */
  @Patch()
  change(@CurrentActor() actor: Actor, @Body() input: ChangeProfile): Promise<SessionView> {
    return this.profile.change(actor, input);
  }

  /** A new password; every other session ends. */
  @Put('password')
  @HttpCode(204)
  changePassword(@CurrentActor() actor: Actor, @CurrentSession() sessionId: string, @Body() input: ChangePassword, @Req() request: FastifyRequest): Promise<void> {
    return this.profile.changePassword(actor, sessionId, input, originOf(request));
  }

  /** Where the person is signed in. */
  @Get('sessions')
  openSessions(@CurrentActor() actor: Actor, @CurrentSession() sessionId: string): Promise<OpenSessionsView> {
    return this.profile.openSessions(actor, sessionId);
  }

  /** Signs one browser out. */
  @Delete('sessions/:id')
  @HttpCode(204)
  endSession(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.profile.endSession(actor, id);
  }

  /** Signs out everywhere, here as well. */
  @Delete('sessions')
  @HttpCode(204)
  async endSessions(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.profile.endSessions(actor);
    clearSessionCookie(request, reply);
  }
}

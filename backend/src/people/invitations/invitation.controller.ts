import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../session.guard.ts';
import { originOf, setSessionCookie } from '../signing-in/session-cookie.ts';
import { SessionView } from '../signing-in/session.dto.ts';
import { AcceptInvitation, InvitationView } from './invitation.dto.ts';
import { Invitations } from './invitations.ts';

/** What can be done with an invitation link, by whoever holds it. */
@Controller('invitations')
export class InvitationController {
  constructor(private readonly invitations: Invitations) {}

  /** Who is invited; 410 `invitation_over` when the link was used or is older than seven days. */
  @Public()
  @Get(':token')
  get(@Param('token') token: string): Promise<InvitationView> {
    return this.invitations.get(token);
  }

  /** Chooses name and password, and signs in. */
  @Public()
  @Post(':token/acceptance')
  async accept(
    @Param('token') token: string,
    @Body() input: AcceptInvitation,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const session = await this.invitations.accept(token, input, originOf(request));
    setSessionCookie(request, reply, session.token);
    return session.view;
  }
}

import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import { CurrentActor, Public } from '../session.guard.ts';
import { Sessions } from '../sessions.ts';
import { clearSessionCookie, originOf, setSessionCookie, tokenOf } from './session-cookie.ts';
import { SessionView, SignIn } from './session.dto.ts';
import { SigningIn } from './signing-in.ts';

/** The session of the browser that asks. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly signingIn: SigningIn,
    private readonly sessions: Sessions,
  ) {}

  /** Signs in; 401 `wrong_credentials`, 429 `too_many_attempts` with `retryAfterSeconds`. */
  @Public()
  @Post()
  @HttpCode(200)
  async open(@Body() input: SignIn, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const { token, view } = await this.signingIn.signIn(input, originOf(request));
    setSessionCookie(request, reply, token);
    return view;
  }

  /** Who is signed in. */
  @Get()
  get(@CurrentActor() actor: Actor): Promise<SessionView> {
    return this.signingIn.view(actor.personId);
  }

  /** Signs out. Public, because a session that is over must not stop anybody from leaving. */
  @Public()
  @Delete()
  @HttpCode(204)
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = tokenOf(request);
    if (token) await this.sessions.end(token);
    clearSessionCookie(request, reply);
  }
}

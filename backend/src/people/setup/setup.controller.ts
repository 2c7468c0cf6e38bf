import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../session.guard.ts';
import { originOf, setSessionCookie } from '../signing-in/session-cookie.ts';
import { SessionView } from '../signing-in/session.dto.ts';
import { SetUp, SetupView } from './setup.dto.ts';
import { Setup } from './setup.ts';

/** The first visit to a new installation. */
@Controller('setup')
export class SetupController {
  constructor(private readonly setup: Setup) {}

  /** Whether there is nobody yet. */
  @Public()
  @Get()
  async get(): Promise<SetupView> {
    return { isNeeded: await this.setup.isNeeded() };
  }

  /** Makes the organisation and its first administrator, and signs them in. */
  @Public()
  @Post()
  async setUp(@Body() input: SetUp, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const { token, view } = await this.setup.setUp(input, originOf(request));
    setSessionCookie(request, reply, token);
    return view;
  }
}

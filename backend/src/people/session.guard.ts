import { type CanActivate, type ExecutionContext, Injectable, SetMetadata, createParamDecorator } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { forbidden, unauthenticated } from '../kernel/index.ts';
import { onceOf } from '../platform/http/once.ts';
import type { Actor } from './actor.ts';
import { type Right, rightsOf } from './rights.ts';
import { Sessions } from './sessions.ts';
import { tokenOf } from './signing-in/session-cookie.ts';

/** Under these keys a route says that it is public, or which right it needs. */
export const PUBLIC = 'tangent:public';
export const RIGHT = 'tangent:right';

/** Open to everybody, signed in or not. Counted by a test. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

/** Only for people whose roles give this right. */
export const Needs = (right: Right): MethodDecorator & ClassDecorator => SetMetadata(RIGHT, right);

type SignedIn = FastifyRequest & { actor?: Actor; sessionId?: string };

/** The signed-in person. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<SignedIn>();
  if (!actor) throw unauthenticated();
  return actor;
});

/** The handle of the session in which the request came. */
export const CurrentSession = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const { sessionId } = context.switchToHttp().getRequest<SignedIn>();
  if (!sessionId) throw unauthenticated();
  return sessionId;
});

/** Refuses by default: every route needs a session unless it is `@Public()`, and the right it `@Needs`. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const at = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, at)) return true;
    const request = context.switchToHttp().getRequest<SignedIn>();
    const bearer = await this.sessions.bearer(tokenOf(request));
    if (!bearer) throw unauthenticated();
    const { actor, sessionId } = bearer;
    const right = this.reflector.getAllAndOverride<Right | undefined>(RIGHT, at);
    if (right && !rightsOf(actor.roles).includes(right)) throw forbidden();
    request.actor = { ...actor, once: onceOf(request) };
    request.sessionId = sessionId;
    return true;
  }
}

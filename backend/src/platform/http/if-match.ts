import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { malformed, preconditionRequired } from '../../kernel/index.ts';

/** The version that a change was made from, out of the `If-Match` header; 428 when it is missing. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number => versionOf(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']));

/** Reads `"3"`, `3` or `W/"3"`. */
export function versionOf(header: string | undefined): number {
  if (header === undefined) throw preconditionRequired();
  const digits = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
  if (digits === undefined) throw malformed('bad_version');
  return Number(digits);
}

import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem, problemOf } from './problem.ts';

/** Answers every error as application/problem+json; only defects are logged, and without what the person typed. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const known = problemOf(error);
    if (!known) this.log.error(`${request.method} ${request.routeOptions.url ?? request.url}`, error instanceof Error ? error.stack : String(error));
    const answer = known ?? problem(500, 'defect');
    if (answer.status === 503) void reply.header('retry-after', '2');
    if (typeof answer.params?.['retryAfterSeconds'] === 'number') void reply.header('retry-after', String(answer.params['retryAfterSeconds']));
    void reply.status(answer.status).type('application/problem+json').send(answer);
  }
}

import { HttpErrorResponse } from '@angular/common/http';

/** One field the server refused: where, why, and the figures the message needs. */
export interface FieldProblem { field: string; code: string; params?: Record<string, unknown> }

interface ProblemBody { code?: string; title?: string; detail?: string; errors?: FieldProblem[]; params?: Record<string, unknown> }

/** Why a call failed, as an RFC 9457 problem; `code` is stable and names the message, 'offline' means that no answer came. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly fields: readonly FieldProblem[] = [],
    /** Figures and names that the message needs. */
    readonly params: Readonly<Record<string, unknown>> = {},
    /** What the server added for people who read logs; never shown. */
    readonly detail = '',
  ) {
    super(`${status} ${code}`);
  }

  /** Whether trying the same call again can help. */
  get isTemporary(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** Makes a problem of whatever was thrown. */
  static from(error: unknown): Problem {
    if (error instanceof Problem) return error;
    if (!(error instanceof HttpErrorResponse)) return new Problem(0, 'unexpected', [], {}, String(error));
    if (error.status === 0) return new Problem(0, 'offline');
    const body = readBody(error.error);
    const wait = Number(error.headers.get('Retry-After'));
    const params = { ...(wait > 0 ? { retryAfterSeconds: wait } : {}), ...body.params };
    return new Problem(error.status, body.code ?? codeOf(error.status), body.errors ?? [], params, body.detail ?? body.title);
  }
}

function readBody(body: unknown): ProblemBody {
  if (typeof body === 'object' && body !== null) return body;
  if (typeof body !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}

const CODES: Record<number, string> = {
  401: 'sign_in_required', 403: 'not_allowed', 404: 'not_found', 410: 'gone', 412: 'changed_meanwhile', 413: 'too_large',
  422: 'invalid_input', 428: 'version_required', 429: 'too_many_attempts', 502: 'unavailable', 503: 'unavailable', 504: 'unavailable',
};

function codeOf(status: number): string {
  return CODES[status] ?? (status >= 500 ? 'server_error' : 'refused');
}

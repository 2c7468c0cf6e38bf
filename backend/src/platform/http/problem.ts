import type { FieldError } from '../../kernel/index.ts';
import { Refusal } from '../../kernel/index.ts';

/** An answer of kind application/problem+json (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** Stable word that a program or a translation can rely on. */
  code: string;
  params?: Record<string, unknown>;
  errors?: readonly FieldError[];
}

interface DatabaseError {
  code?: string;
  constraint?: string;
}

const asDatabaseError = (error: unknown): DatabaseError => {
  const driver = (error as { driverError?: DatabaseError }).driverError;
  return driver ?? (error as DatabaseError);
};

const UNAVAILABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '08000', '08003', '08006', '53100', '53200', '53300', '25006', '57014', '25P03']);
const UNAVAILABLE_TEXT = /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|not queryable|pool after calling end|Query runner already released/i;

/** The refusal that a database error means, or null when it is a defect of ours. */
function refusalOfDatabase(error: unknown): Refusal | null {
  const { code, constraint } = asDatabaseError(error);
  const message = error instanceof Error ? error.message : '';
  if ((code && UNAVAILABLE.has(code)) || UNAVAILABLE_TEXT.test(message)) return new Refusal('database_unavailable', 503);
  if (code === '55P03' || code === '40001' || code === '40P01') return new Refusal('busy', 409);
  if (code === '23503') return new Refusal(constraint ?? 'unknown_reference', 422);
  if (code === '23505' || code === '23514' || code === '23P01') return new Refusal(constraint ?? 'conflict', 409);
  if (code === '22P02' || code === '22008' || code === '22003' || code === '22021') return new Refusal('bad_value', 400);
  return null;
}

const httpStatus = (error: unknown): number | null => {
  const { statusCode, status } = error as { statusCode?: unknown; status?: unknown };
  const found = typeof statusCode === 'number' ? statusCode : status;
  return typeof found === 'number' && found >= 400 && found < 500 ? found : null;
};

const CODE_OF_STATUS: Record<number, string> = { 400: 'bad_request', 401: 'signed_out', 403: 'forbidden', 404: 'not_found', 405: 'not_found', 413: 'too_large', 415: 'unsupported_type', 429: 'too_many_requests' };

/** Turns whatever was thrown into the problem to answer; null means an unexpected defect (500). */
export function problemOf(error: unknown): Problem | null {
  const refusal = error instanceof Refusal ? error : refusalOfDatabase(error);
  if (refusal) return problem(refusal.status, refusal.code, refusal.fields, refusal.params);
  const status = httpStatus(error);
  return status === null ? null : problem(status, CODE_OF_STATUS[status] ?? 'bad_request');
}

/** Builds a problem answer. */
export function problem(status: number, code: string, errors: readonly FieldError[] = [], params: Record<string, unknown> = {}): Problem {
  return {
    type: `urn:tangent:problem:${code}`,
    title: code.replaceAll('_', ' '),
    status,
    code,
    ...(errors.length ? { errors } : {}),
    ...(Object.keys(params).length ? { params } : {}),
  };
}

import path from 'node:path';

/** Injects the configuration. */
export const CONFIG = Symbol('configuration');

/** What an operator can set; every value has a default that works on a fresh machine. */
export interface Config {
  /** External PostgreSQL; null = the embedded server. */
  databaseUrl: string | null;
  host: string;
  port: number;
  /** Folder for the embedded database and uploads. */
  dataDirectory: string;
  /** Folder of the built page; null = API only. */
  pageDirectory: string | null;
  /** The address people use, for invitation links; null = taken from the request. */
  publicUrl: string | null;
  /** True when a reverse proxy in front sets X-Forwarded-*. */
  trustProxy: boolean;
  /** Connections to the database. */
  poolSize: number;
  /** False for a process that leaves background work to others, such as a test that writes rows which no job may settle. */
  worksJobs: boolean;
}

const wholeNumber = (text: string | undefined, fallback: number, name: string): number => {
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new Error(`${name} must be a whole number, not "${text}"`);
  return value;
};

/** Reads the configuration from environment variables; an impossible value stops the start with a clear message. */
export function readConfig(env: NodeJS.ProcessEnv, repository: string): Config {
  return {
    databaseUrl: env['DATABASE_URL'] || null,
    host: env['HOST'] || '127.0.0.1',
    port: wholeNumber(env['PORT'], 3000, 'PORT'),
    dataDirectory: path.resolve(env['TANGENT_DATA'] || path.join(repository, '.data')),
    pageDirectory: path.join(repository, 'frontend/dist/browser'),
    publicUrl: env['PUBLIC_URL']?.replace(/\/+$/, '') || null,
    trustProxy: env['TRUST_PROXY'] === 'true',
    poolSize: wholeNumber(env['DATABASE_POOL'], 10, 'DATABASE_POOL'),
    worksJobs: true,
  };
}

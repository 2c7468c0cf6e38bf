import fs from 'node:fs';
import path from 'node:path';
import compress from '@fastify/compress';
import staticFiles from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { problem } from './problem.ts';

const YEAR_SECONDS = 31_536_000;

/**
 * Serves the built page: hashed files for ever, index.html always fresh and for every address that is no file and not below /api. What stands in the folder now is what is served, so that a page
 * that is built anew under a running server comes whole: its index.html with the files that it names.
 */
export async function servePage(app: NestFastifyApplication, directory: string): Promise<void> {
  if (!fs.existsSync(path.join(directory, 'index.html'))) return;
  await app.register(compress, { global: true, threshold: 1_024, encodings: ['br', 'gzip'] });
  await app.register(staticFiles, {
    root: directory,
    // No list of files is made at the start: it would know nothing of those of the next build.
    serve: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, file) => {
      const isHashed = /-[A-Z0-9]{8}\.\w+$/.test(file);
      reply.header('cache-control', isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
    },
  });
  const server = app.getHttpAdapter().getInstance();
  server.get('/*', (request, reply) => {
    const [asked = '/'] = request.url.split('?');
    if (asked === '/api' || asked.startsWith('/api/') || (path.extname(asked) && !isFile(directory, asked))) return reply.status(404).header('cache-control', 'no-store').type('application/problem+json').send(problem(404, 'not_found'));
    return reply.sendFile(path.extname(asked) ? asked : 'index.html');
  });
}

/** Whether the address is that of a file of the page; the sending itself refuses what leads out of the folder. */
function isFile(directory: string, asked: string): boolean {
  const file = path.join(directory, asked);
  return fs.existsSync(file) && fs.statSync(file).isFile();
}

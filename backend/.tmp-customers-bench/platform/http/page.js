import fs from 'node:fs';
import path from 'node:path';
import compress from '@fastify/compress';
import staticFiles from '@fastify/static';
import { problem } from "./problem.js";
const YEAR_SECONDS = 31_536_000;
/** Serves the built page: hashed files for ever, index.html always fresh and for every address that is no file and not below /api. */
export async function servePage(app, directory) {
    if (!fs.existsSync(path.join(directory, 'index.html')))
        return;
    await app.register(compress, { global: true, threshold: 1_024, encodings: ['br', 'gzip'] });
    await app.register(staticFiles, {
        root: directory,
        cacheControl: false,
        wildcard: false,
        setHeaders: (reply, file) => {
            const isHashed = /-[A-Z0-9]{8}\.\w+$/.test(file);
            reply.header('cache-control', isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
        },
    });
    const server = app.getHttpAdapter().getInstance();
    server.get('/*', (request, reply) => request.url.startsWith('/api') || path.extname(request.url.split('?')[0] ?? '')
        ? reply.status(404).type('application/problem+json').send(problem(404, 'not_found'))
        : reply.header('cache-control', 'no-cache').sendFile('index.html'));
}

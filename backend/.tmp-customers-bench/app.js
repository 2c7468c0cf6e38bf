import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from "./app.module.js";
import { Clock } from "./platform/clock.js";
import { refuseForeignOrigins } from "./platform/http/origin.js";
import { servePage } from "./platform/http/page.js";
import { ProblemFilter } from "./platform/http/problem.filter.js";
import { validation } from "./platform/http/validation.js";
const MEGABYTE = 1_048_576;
// A file to import may be 100 MB, and lines to offices are slow; headers are still due within a minute.
const LONGEST_UPLOAD_MS = 600_000;
// Of the addresses in X-Forwarded-For only the last was written by our proxy, the others by whoever asks.
const isOurProxy = (_address, hop) => hop === 0;
/** The application as main, the tests and the OpenAPI generator use it: every route below /api, and the page when it is built. */
export async function createApp(config, options = {}) {
    const adapter = new FastifyAdapter({ trustProxy: config.trustProxy ? isOurProxy : false, bodyLimit: MEGABYTE, routerOptions: { maxParamLength: 200 }, requestTimeout: LONGEST_UPLOAD_MS });
    const module = AppModule.over(config, options.clock ?? new Clock());
    const app = await NestFactory.create(module, adapter, { preview: options.preview ?? false, logger: ['error', 'warn'], abortOnError: false });
    app.setGlobalPrefix('api');
    app.useGlobalPipes(validation());
    app.useGlobalFilters(new ProblemFilter());
    if (options.preview)
        return app;
    await app.register(cookie);
    await app.register(multipart);
    await app.register(helmet, { contentSecurityPolicy: contentSecurity, strictTransportSecurity: false, crossOriginEmbedderPolicy: false });
    refuseForeignOrigins(app.getHttpAdapter().getInstance());
    if (config.pageDirectory)
        await servePage(app, config.pageDirectory);
    return app;
}
// Angular Material writes style elements at run time; scripts come from our own origin only.
const contentSecurity = {
    useDefaults: false,
    directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
    },
};

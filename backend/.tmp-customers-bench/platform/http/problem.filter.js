var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Catch, Logger } from '@nestjs/common';
import { problem, problemOf } from "./problem.js";
/** Answers every error as application/problem+json; only defects are logged, and without what the person typed. */
let ProblemFilter = class ProblemFilter {
    constructor() {
        this.log = new Logger('Problem');
    }
    catch(error, host) {
        const reply = host.switchToHttp().getResponse();
        const request = host.switchToHttp().getRequest();
        const known = problemOf(error);
        if (!known)
            this.log.error(`${request.method} ${request.routeOptions.url ?? request.url}`, error instanceof Error ? error.stack : String(error));
        const answer = known ?? problem(500, 'defect');
        if (answer.status === 503)
            void reply.header('retry-after', '2');
        if (typeof answer.params?.['retryAfterSeconds'] === 'number')
            void reply.header('retry-after', String(answer.params['retryAfterSeconds']));
        void reply.status(answer.status).type('application/problem+json').send(answer);
    }
};
ProblemFilter = __decorate([
    Catch()
], ProblemFilter);
export { ProblemFilter };

var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var PlatformModule_1;
import { Global, Module } from '@nestjs/common';
import { Audit } from "./audit/audit.js";
import { Beginnings } from "./beginnings.js";
import { Clock } from "./clock.js";
import { CONFIG } from "./config.js";
import { Transactions } from "./database/transactions.js";
import { Jobs } from "./jobs/jobs.js";
/** The plumbing that every feature may use. */
let PlatformModule = PlatformModule_1 = class PlatformModule {
    /** The configuration can be injected by the token `CONFIG`, the clock by its class. */
    static with(config, clock) {
        const given = [{ provide: CONFIG, useValue: config }, { provide: Clock, useValue: clock }];
        return { module: PlatformModule_1, providers: [...given, Audit, Beginnings, Jobs, Transactions], exports: [...given, Audit, Beginnings, Jobs, Transactions] };
    }
};
PlatformModule = PlatformModule_1 = __decorate([
    Global(),
    Module({})
], PlatformModule);
export { PlatformModule };

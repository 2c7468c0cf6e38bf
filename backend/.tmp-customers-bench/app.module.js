var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var AppModule_1;
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from "./calendar/index.js";
import { CustomersModule } from "./customers/index.js";
import { HealthModule } from "./health/index.js";
import { FollowUpsModule } from "./follow-ups/index.js";
import { ImportsModule } from "./imports/index.js";
import { MyDayModule } from "./my-day/index.js";
import { PeopleModule } from "./people/index.js";
import { dataSourceOptions } from "./platform/database/data-source.js";
import { PlatformModule } from "./platform/platform.module.js";
import { ReportsModule } from "./reports/index.js";
import { ScheduleModule } from "./schedule/index.js";
import { TouchpointsModule } from "./touchpoints/index.js";
import { VocabularyModule } from "./vocabulary/index.js";
/** The whole product over one database. */
let AppModule = AppModule_1 = class AppModule {
    /** Everything that the configuration and the clock decide. */
    static over(config, clock) {
        const database = TypeOrmModule.forRoot({ ...dataSourceOptions(config.databaseUrl ?? '', config.poolSize), retryAttempts: 5, retryDelay: 500 });
        return { module: AppModule_1, imports: [database, PlatformModule.with(config, clock), PeopleModule, CalendarModule, ScheduleModule, VocabularyModule, HealthModule, CustomersModule, TouchpointsModule, FollowUpsModule, ImportsModule, MyDayModule, ReportsModule] };
    }
};
AppModule = AppModule_1 = __decorate([
    Module({})
], AppModule);
export { AppModule };

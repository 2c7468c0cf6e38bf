var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { CalendarModule } from "../calendar/index.js";
import { CustomersModule } from "../customers/index.js";
import { Brief } from "./briefing/brief.js";
import { BriefingController } from "./briefing/briefing.controller.js";
import { LogDefaults } from "./briefing/log-defaults.js";
import { CommentsController } from "./comments/comments.controller.js";
import { Comments } from "./comments/comments.js";
import { ContactLog } from "./logging/contact-log.js";
import { Corrections } from "./logging/corrections.js";
import { LoggingController } from "./logging/logging.controller.js";
import { Logs } from "./logging/logs.js";
import { Withdrawals } from "./logging/withdrawals.js";
import { CalendarRecords } from "./tasks/calendar-records.js";
import { Events } from "./tasks/events.js";
import { TasksController } from "./tasks/tasks.controller.js";
import { Tasks } from "./tasks/tasks.js";
import { TimelineController } from "./timeline/timeline.controller.js";
import { Timeline } from "./timeline/timeline.js";
/** Records of what did happen, with the simple tasks and events that stand beside them. */
let FollowUpsModule = class FollowUpsModule {
};
FollowUpsModule = __decorate([
    Module({
        imports: [CalendarModule, CustomersModule],
        controllers: [BriefingController, CommentsController, LoggingController, TasksController, TimelineController],
        providers: [Brief, CalendarRecords, Comments, ContactLog, Corrections, Events, LogDefaults, Logs, Tasks, Timeline, Withdrawals],
        exports: [Comments, ContactLog, Corrections, Events, LogDefaults, Logs, Tasks, Timeline, Withdrawals],
    })
], FollowUpsModule);
export { FollowUpsModule };

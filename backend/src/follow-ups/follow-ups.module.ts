import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/index.ts';
import { CalendarModule } from '../calendar/index.ts';
import { CustomersModule } from '../customers/index.ts';
import { NormsModule } from '../norms/index.ts';
import { AdherenceController } from './adherence/adherence.controller.ts';
import { Adherence } from './adherence/adherence.ts';
import { Brief } from './briefing/brief.ts';
import { BriefingController } from './briefing/briefing.controller.ts';
import { LogDefaults } from './briefing/log-defaults.ts';
import { CommentsController } from './comments/comments.controller.ts';
import { Comments } from './comments/comments.ts';
import { ContactLog } from './logging/contact-log.ts';
import { Corrections } from './logging/corrections.ts';
import { LoggingController } from './logging/logging.controller.ts';
import { Logs } from './logging/logs.ts';
import { MatchingAnew } from './logging/matching-anew.ts';
import { Withdrawals } from './logging/withdrawals.ts';
import { RequestsController } from './requests/requests.controller.ts';
import { Requests } from './requests/requests.ts';
import { CalendarRecords } from './tasks/calendar-records.ts';
import { Events } from './tasks/events.ts';
import { TasksController } from './tasks/tasks.controller.ts';
import { Tasks } from './tasks/tasks.ts';
import { TimelineController } from './timeline/timeline.controller.ts';
import { Timeline } from './timeline/timeline.ts';

/** Records of what did happen, with the simple tasks and events that stand beside them. */
@Module({
  imports: [ApprovalsModule, CalendarModule, CustomersModule, NormsModule],
  controllers: [AdherenceController, BriefingController, CommentsController, LoggingController, RequestsController, TasksController, TimelineController],
  providers: [Adherence, Brief, CalendarRecords, Comments, ContactLog, Corrections, Events, LogDefaults, Logs, MatchingAnew, Requests, Tasks, Timeline, Withdrawals],
  exports: [Comments, ContactLog, Corrections, Events, LogDefaults, Logs, MatchingAnew, Requests, Tasks, Timeline, Withdrawals],
})
export class FollowUpsModule {}

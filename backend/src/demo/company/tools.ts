import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Deciding } from '../../approvals/index.ts';
import { Calendar, WorkingCalendars } from '../../calendar/index.ts';
import { Cadences, CustomerCadences, Customers, Ownership, Segments, StageHistory } from '../../customers/index.ts';
import { Comments, ContactLog, Events, Requests, Tasks } from '../../follow-ups/index.ts';
import { Grants, Incentives } from '../../incentives/index.ts';
import { NormReads, Norms } from '../../norms/index.ts';
import { Accounts, Invitations, PeopleList, Sessions, Setup, SetupCode, Teams } from '../../people/index.ts';
import { WindowClosing } from '../../plan-keeping/index.ts';
import { Copies, Decisions, PlanItems, Plans } from '../../plans/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Touchpoints } from '../../touchpoints/index.ts';
import { Vocabulary } from '../../vocabulary/index.ts';

/** The use cases that the sample company is made with: the same that people use, and no other way in. */
export const toolsOf = (app: INestApplicationContext) => {
  const get = <T>(type: abstract new (...given: never[]) => T): T => app.get<T>(type, { strict: false });
  return {
    source: get(DataSource), audit: get(Audit), setup: get(Setup), setupCode: get(SetupCode), accounts: get(Accounts), invitations: get(Invitations), people: get(PeopleList),
    sessions: get(Sessions), teams: get(Teams), calendar: get(Calendar), calendars: get(WorkingCalendars), vocabulary: get(Vocabulary), customers: get(Customers),
    ownership: get(Ownership), stages: get(StageHistory), log: get(ContactLog), touchpoints: get(Touchpoints), comments: get(Comments), tasks: get(Tasks),
    events: get(Events), segments: get(Segments), plans: get(Plans), planItems: get(PlanItems), planDecisions: get(Decisions), planCopies: get(Copies), windows: get(WindowClosing),
    norms: get(Norms), normReads: get(NormReads), incentives: get(Incentives), grants: get(Grants), cadences: get(Cadences), pauses: get(CustomerCadences), requests: get(Requests), deciding: get(Deciding),
  };
};

/** The use cases by name. */
export type Tools = ReturnType<typeof toolsOf>;

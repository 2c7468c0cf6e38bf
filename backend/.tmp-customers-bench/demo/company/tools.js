import { DataSource } from 'typeorm';
import { Calendar, WorkingCalendars } from "../../calendar/index.js";
import { Customers, Ownership, StageHistory } from "../../customers/index.js";
import { Comments, ContactLog, Events, Tasks } from "../../follow-ups/index.js";
import { Accounts, Invitations, PeopleList, Sessions, Setup, SetupCode, Teams } from "../../people/index.js";
import { Audit } from "../../platform/audit/audit.js";
import { Touchpoints } from "../../touchpoints/index.js";
import { Vocabulary } from "../../vocabulary/index.js";
/** The use cases that the sample company is made with: the same that people use, and no other way in. */
export const toolsOf = (app) => {
    const get = (type) => app.get(type, { strict: false });
    return {
        source: get(DataSource), audit: get(Audit), setup: get(Setup), setupCode: get(SetupCode), accounts: get(Accounts), invitations: get(Invitations), people: get(PeopleList),
        sessions: get(Sessions), teams: get(Teams), calendar: get(Calendar), calendars: get(WorkingCalendars), vocabulary: get(Vocabulary), customers: get(Customers),
        ownership: get(Ownership), stages: get(StageHistory), log: get(ContactLog), touchpoints: get(Touchpoints), comments: get(Comments), tasks: get(Tasks),
        events: get(Events),
    };
};

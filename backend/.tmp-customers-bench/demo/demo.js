import { DataSource } from 'typeorm';
import { addDays, localDateOf, nextWorkingDay } from "../kernel/index.js";
import { dataSourceOptions } from "../platform/database/data-source.js";
import { freshRows } from "../platform/database/statements.js";
import { accountsFileIn, accountsTable, hasAccounts, writeAccounts } from "./company/accounts-file.js";
import { COMPANY_ZONE, Founding } from "./company/company.js";
import { TWELVE } from "./company/people.js";
import { toolsOf } from "./company/tools.js";
import { DemoClock } from "./demo-clock.js";
import { Frame } from "./frame.js";
import { Making } from "./making.js";
/** Twelve people, 1,500 customers, two years. */
export const WHOLE_DEMO = { cast: TWELVE, customers: 1_500, days: 730 };
const MADE = 'demo.made';
const MADE_TEXT = 'SELECT 1 FROM audit_entries WHERE action = $1 LIMIT 1';
/**
 * Makes the sample company in an empty database, through the use cases that people use; completes one whose making was interrupted, and leaves a complete one as it
 * is. Throws, with a message for the console, when the database holds a real organisation.
 */
export async function provideDemo(options) {
    const { databaseUrl, now, say, dataDirectory, size = WHOLE_DEMO } = options;
    const file = accountsFileIn(dataDirectory);
    if (await isMade(databaseUrl)) {
        say(await reminder(file));
        return;
    }
    const clock = new DemoClock(now);
    const app = await options.open(clock);
    try {
        await app.init();
        say(`Making the sample company: ${size.cast.people.length} people, ${size.customers.toLocaleString('en')} customers …`);
        const table = await make(toolsOf(app), clock, { size, say, file });
        say(`\nSample data, made up from beginning to end. Its accounts (also in ${file}, readable by you alone):\n\n${table}\n`);
    }
    finally {
        await app.close();
    }
}
async function make(tools, clock, { size, say, file }) {
    const start = addDays(localDateOf(clock.present, COMPANY_ZONE), -size.days);
    const founding = new Founding(tools, clock, size.cast);
    const company = await founding.found(new Date(`${start}T00:30:00Z`));
    const calendar = await tools.calendars.forOrganisation(tools.source);
    const frame = new Frame(nextWorkingDay(start, calendar), clock.present, calendar);
    await new Making({ tools, clock, company, frame, size, say }).make();
    const table = accountsTable(size.cast.people, founding.passwords);
    await writeAccounts(file, table);
    await tools.source.transaction((tx) => tools.audit.record(tx, null, MADE, null, { customers: size.customers }));
    return table;
}
/** True when a sample company is complete, false when there is nothing or an unfinished one; throws when the organisation is a real one. */
async function isMade(databaseUrl) {
    const source = await new DataSource(dataSourceOptions(databaseUrl, 1)).initialize();
    try {
        const [organisation] = await freshRows(source, 'SELECT is_demo AS "isDemo", name FROM organisation');
        if (organisation && !organisation.isDemo)
            throw new Error(refusal(organisation.name));
        return organisation !== undefined && (await freshRows(source, MADE_TEXT, [MADE])).length > 0;
    }
    finally {
        await source.destroy();
    }
}
const refusal = (name) => `--demo fills an empty database, and this one belongs to ${name}. Start without --demo, or set TANGENT_DATA to an empty folder (DATABASE_URL to an empty database).`;
const reminder = async (file) => (await hasAccounts(file))
    ? `The sample company is there. Its accounts and first passwords stand in ${file}.`
    : 'The sample company is there. Its passwords were printed when it was made; an administrator makes new ones in Settings, People, "Link for a new password".';

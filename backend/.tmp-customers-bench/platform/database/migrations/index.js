import { Tables1795300000000 } from "./1795300000000-Tables.js";
import { ContactState1795300000001 } from "./1795300000001-ContactState.js";
import { Defaults1795300000002 } from "./1795300000002-Defaults.js";
import { LastSeen1795300000110 } from "./1795300000110-LastSeen.js";
import { RecordLinks1795300000120 } from "./1795300000120-RecordLinks.js";
import { CalendarsOfOwners1795300000150 } from "./1795300000150-CalendarsOfOwners.js";
import { ReportFacts1795300000170 } from "./1795300000170-ReportFacts.js";
import { ImportFiles1795300000185 } from "./1795300000185-ImportFiles.js";
import { ContactStatePlan1795300000192 } from "./1795300000192-ContactStatePlan.js";
import { CustomerLists1795300000140 } from "./1795300000140-CustomerLists.js";
/** Every migration, oldest first. */
export const migrations = [Tables1795300000000, ContactState1795300000001, Defaults1795300000002, LastSeen1795300000110, RecordLinks1795300000120, CalendarsOfOwners1795300000150, ReportFacts1795300000170, ImportFiles1795300000185, CustomerLists1795300000140, ContactStatePlan1795300000192];

import { Tables1795300000000 } from './1795300000000-Tables.ts';
import { ContactState1795300000001 } from './1795300000001-ContactState.ts';
import { Defaults1795300000002 } from './1795300000002-Defaults.ts';
import { LastSeen1795300000110 } from './1795300000110-LastSeen.ts';
import { RecordLinks1795300000120 } from './1795300000120-RecordLinks.ts';
import { CustomerLists1795300000140 } from './1795300000140-CustomerLists.ts';
import { CalendarsOfOwners1795300000150 } from './1795300000150-CalendarsOfOwners.ts';
import { Segments1795300000160 } from './1795300000160-Segments.ts';
import { Plans1795300000161 } from './1795300000161-Plans.ts';
import { MovedTouchpoints1795300000163 } from './1795300000163-MovedTouchpoints.ts';
import { WorkingTime1795300000167 } from './1795300000167-WorkingTime.ts';
import { ReportFacts1795300000170 } from './1795300000170-ReportFacts.ts';
import { PlanTouchpoints1795300000181 } from './1795300000181-PlanTouchpoints.ts';
import { ImportFiles1795300000185 } from './1795300000185-ImportFiles.ts';
import { ContactStatePlan1795300000192 } from './1795300000192-ContactStatePlan.ts';
import { CalendarVersion1795300000195 } from './1795300000195-CalendarVersion.ts';
import { Cadences1795300000200 } from './1795300000200-Cadences.ts';
import { Approvals1795300000210 } from './1795300000210-Approvals.ts';
import { Norms1795300000220 } from './1795300000220-Norms.ts';
import { Reassignments1795300000230 } from './1795300000230-Reassignments.ts';
import { Incentives1795300000231 } from './1795300000231-Incentives.ts';
import { Replanning1795300000240 } from './1795300000240-Replanning.ts';
import { NotServed1795300000250 } from './1795300000250-NotServed.ts';
import { ArchivedCustomers1795300000255 } from './1795300000255-ArchivedCustomers.ts';
import { ImportUndo1795300000260 } from './1795300000260-ImportUndo.ts';
import { TouchpointCounts1795300000270 } from './1795300000270-TouchpointCounts.ts';
import { Merges1795300000280 } from './1795300000280-Merges.ts';
import { ReferencesToCustomers1795300000282 } from './1795300000282-ReferencesToCustomers.ts';
import { ContactsOutsidePlans1795300000290 } from './1795300000290-ContactsOutsidePlans.ts';
import { ToldApart1795300000300 } from './1795300000300-ToldApart.ts';
import { NameReadings1795300000310 } from './1795300000310-NameReadings.ts';

/** Every migration, oldest first. */
export const migrations = [
  Tables1795300000000,
  ContactState1795300000001,
  Defaults1795300000002,
  LastSeen1795300000110,
  RecordLinks1795300000120,
  CustomerLists1795300000140,
  CalendarsOfOwners1795300000150,
  Segments1795300000160,
  Plans1795300000161,
  MovedTouchpoints1795300000163,
  WorkingTime1795300000167,
  ReportFacts1795300000170,
  PlanTouchpoints1795300000181,
  ImportFiles1795300000185,
  ContactStatePlan1795300000192,
  CalendarVersion1795300000195,
  Cadences1795300000200,
  Approvals1795300000210,
  Norms1795300000220,
  Reassignments1795300000230,
  Incentives1795300000231,
  Replanning1795300000240,
  NotServed1795300000250,
  ArchivedCustomers1795300000255,
  ImportUndo1795300000260,
  TouchpointCounts1795300000270,
  Merges1795300000280,
  ReferencesToCustomers1795300000282,
  ContactsOutsidePlans1795300000290,
  ToldApart1795300000300,
  NameReadings1795300000310,
];

import { CalendarDay } from "./calendar/calendar-day.entity.js";
import { Channel } from "./channels/channel.entity.js";
import { ContactPerson } from "./customers/contact-people/contact-person.entity.js";
import { ContactPoint } from "./customers/contact-people/contact-point.entity.js";
import { Customer } from "./customers/customer.entity.js";
import { CustomField } from "./customers/fields/custom-field.entity.js";
import { OwnerChange } from "./customers/owner-change.entity.js";
import { CustomerGrams } from "./customers/search/customer-grams.entity.js";
import { StageChange } from "./customers/stages/stage-change.entity.js";
import { Stage } from "./customers/stages/stage.entity.js";
import { Tier } from "./customers/tiers/tier.entity.js";
import { Comment } from "./follow-ups/comment.entity.js";
import { Correction } from "./follow-ups/correction.entity.js";
import { Disposition } from "./follow-ups/disposition.entity.js";
import { FollowUp } from "./follow-ups/follow-up.entity.js";
import { Outcome } from "./follow-ups/outcome.entity.js";
import { ImportIssue } from "./imports/import-issue.entity.js";
import { ImportPiece } from "./imports/import-piece.entity.js";
import { Import } from "./imports/import.entity.js";
import { Invitation } from "./people/invitation.entity.js";
import { Organisation } from "./people/organisation.entity.js";
import { PersonScope } from "./people/person-scope.entity.js";
import { Person } from "./people/person.entity.js";
import { Session } from "./people/session.entity.js";
import { Team } from "./people/team.entity.js";
import { AuditEntry } from "./platform/audit/audit-entry.entity.js";
import { IdempotencyKey } from "./platform/http/idempotency-key.entity.js";
import { TouchpointMove } from "./touchpoints/touchpoint-move.entity.js";
import { Touchpoint } from "./touchpoints/touchpoint.entity.js";
/** Every table of the product. */
export const entities = [
    AuditEntry, CalendarDay, Channel, Comment, ContactPerson, ContactPoint, Correction, CustomField, Customer, CustomerGrams,
    Disposition, FollowUp, IdempotencyKey, Import, ImportIssue, ImportPiece, Invitation, Organisation, Outcome, OwnerChange, Person, PersonScope,
    Session, Stage, StageChange, Team, Tier, Touchpoint, TouchpointMove,
];

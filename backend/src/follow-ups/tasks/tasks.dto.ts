import { IntersectionType } from '@nestjs/swagger';
import { Day, Id, Instant, Text } from '../../platform/http/fields.ts';

/** What a new task and a new event have in common. */
class WriteRecord {
  @Id({ optional: true, nullable: true })
  customerId?: string | null;

  @Text({ max: 200 })
  subject: string;

  @Text({ max: 20_000, min: 0, optional: true, nullable: true })
  text?: string | null;

  /** Whoever writes it when left out. */
  @Id({ optional: true, nullable: true })
  ownerId?: string | null;
}

/** The same of a change; what is left out stays. */
class ChangeRecord {
  @Text({ max: 200, optional: true })
  subject?: string;

  @Text({ max: 20_000, min: 0, optional: true })
  text?: string;

  @Id({ optional: true })
  ownerId?: string;
}

/** Exactly one of `dueOn` (a day) and `dueAt` (a time) is given. */
class TaskTime {
  /** A local day of the owner. */
  @Day({ optional: true, nullable: true })
  dueOn?: string | null;

  @Instant({ optional: true, nullable: true })
  dueAt?: string | null;
}

/** `startsAt` and `endsAt`, or whole days from `onDay` to `lastDay` (both included), all given together; and where. */
class EventTimeAndPlace {
  @Instant({ optional: true, nullable: true })
  startsAt?: string | null;

  @Instant({ optional: true, nullable: true })
  endsAt?: string | null;

  @Day({ optional: true, nullable: true })
  onDay?: string | null;

  /** The same day when left out. */
  @Day({ optional: true, nullable: true })
  lastDay?: string | null;

  @Text({ max: 200, min: 0, optional: true, nullable: true })
  place?: string | null;
}

/** Something to do. */
export class WriteTask extends IntersectionType(WriteRecord, TaskTime) {}

/** What changes of a task. */
export class ChangeTask extends IntersectionType(ChangeRecord, TaskTime) {}

/** Something that takes place. */
export class WriteEvent extends IntersectionType(WriteRecord, EventTimeAndPlace) {}

/** What changes of an event. */
export class ChangeEvent extends IntersectionType(ChangeRecord, EventTimeAndPlace) {}

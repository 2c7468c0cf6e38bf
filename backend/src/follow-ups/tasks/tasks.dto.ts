import { Day, Id, Instant, Text } from '../../platform/http/fields.ts';

/** Something to do: exactly one of `dueOn` (a day) and `dueAt` (a time) is given. */
export class WriteTask {
  @Id({ optional: true, nullable: true })
  customerId?: string | null;

  @Text({ max: 200 })
  subject: string;

  @Text({ max: 20_000, min: 0, optional: true, nullable: true })
  text?: string | null;

  /** A local day of the owner. */
  @Day({ optional: true, nullable: true })
  dueOn?: string | null;

  @Instant({ optional: true, nullable: true })
  dueAt?: string | null;

  /** Whoever writes it when left out. */
  @Id({ optional: true, nullable: true })
  ownerId?: string | null;
}

/** What changes of a task; what is left out stays. */
export class ChangeTask {
  @Text({ max: 200, optional: true })
  subject?: string;

  @Text({ max: 20_000, min: 0, optional: true })
  text?: string;

  @Day({ optional: true, nullable: true })
  dueOn?: string | null;

  @Instant({ optional: true, nullable: true })
  dueAt?: string | null;

  @Id({ optional: true })
  ownerId?: string;
}

/** An event: `startsAt` and `endsAt`, or whole days from `onDay` to `lastDay` (both included). */
export class WriteEvent {
  @Id({ optional: true, nullable: true })
  customerId?: string | null;

  @Text({ max: 200 })
  subject: string;

  @Text({ max: 20_000, min: 0, optional: true, nullable: true })
  text?: string | null;

  @Instant({ optional: true, nullable: true })
  startsAt?: string | null;

  @Instant({ optional: true, nullable: true })
  endsAt?: string | null;

  @Day({ optional: true, nullable: true })
  onDay?: string | null;

  /** The same day when left out. */
  @Day({ optional: true, nullable: true })
  lastDay?: string | null;

  @Id({ optional: true, nullable: true })
  ownerId?: string | null;

  @Text({ max: 200, min: 0, optional: true, nullable: true })
  place?: string | null;
}

/** What changes of an event; what is left out stays. Times are given all together. */
export class ChangeEvent {
  @Text({ max: 200, optional: true })
  subject?: string;

  @Text({ max: 20_000, min: 0, optional: true })
  text?: string;

  @Instant({ optional: true, nullable: true })
  startsAt?: string | null;

  @Instant({ optional: true, nullable: true })
  endsAt?: string | null;

  @Day({ optional: true, nullable: true })
  onDay?: string | null;

  @Day({ optional: true, nullable: true })
  lastDay?: string | null;

  @Id({ optional: true })
  ownerId?: string;

  @Text({ max: 200, min: 0, optional: true, nullable: true })
  place?: string | null;
}

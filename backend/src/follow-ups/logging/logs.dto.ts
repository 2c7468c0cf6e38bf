import { Id, Instant, Text } from '../../platform/http/fields.ts';

/** A log: something worth keeping that was no contact. */
export class WriteLog {
  @Id({ optional: true, nullable: true })
  customerId?: string | null;

  @Text({ max: 200, min: 0, optional: true, nullable: true })
  subject?: string | null;

  @Text({ max: 20_000 })
  text: string;

  /** Now when left out; not in the future. */
  @Instant({ optional: true, nullable: true })
  occurredAt?: string | null;
}

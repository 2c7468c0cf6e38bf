import { ApiProperty } from '@nestjs/swagger';
import { Whole } from '../../platform/http/fields.ts';

const ANY = { nullable: true, oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] };

/** Which two versions to compare. */
export class CompareVersions {
  @Whole({ min: 1, max: 100_000 })
  from: number;

  @Whole({ min: 1, max: 100_000 })
  to: number;
}

/** One difference between two versions. */
export class DifferenceView {
  /** Null: of the plan itself. */
  itemId: string | null;
  item: string | null;

  /** Null: the whole item came or went. */
  field: string | null;

  @ApiProperty(ANY)
  before: unknown;

  @ApiProperty(ANY)
  after: unknown;
}

/** What differs from one version to another. */
export class DifferencesView {
  items: DifferenceView[];
}

import { ApiProperty } from '@nestjs/swagger';
import { CONTACT_KINDS, type ContactKind } from '../channels/index.ts';
import { Flag, Id, Nested, OneOf, Text, Whole } from '../platform/http/fields.ts';

const MOST_POINTS = 40;
const MOST_LINES = 20;

/** A point of the checklist; without an identifier it is a new one. */
export class NormPointInput {
  @Id({ optional: true, nullable: true })
  id?: string | null;

  @Text({ max: 300 })
  text: string;

  @Flag()
  isRequired: boolean;
}

/** One line of dos or don'ts. */
export class NormLineInput {
  @Text({ max: 300 })
  text: string;
}

/** All that a norm says. For a channel, for a contact kind, or (neither) for the plan items that name it. */
export class WriteNorm {
  @Text({ max: 120 })
  name: string;

  @OneOf(CONTACT_KINDS, { optional: true, nullable: true })
  contactKind?: ContactKind | null;

  @Id({ optional: true, nullable: true })
  channelId?: string | null;

  @Nested(() => NormPointInput, { max: MOST_POINTS })
  checklist: NormPointInput[];

  /** With placeholders: `{customer}`, `{contact}`, `{me}`, `{company}`, `{purpose}`, `{place}`. */
  @Text({ max: 8_000, min: 0 })
  script: string;

  @Nested(() => NormLineInput, { max: MOST_LINES })
  dos: NormLineInput[];

  @Nested(() => NormLineInput, { max: MOST_LINES })
  donts: NormLineInput[];

  /** Null: what the channel promises. */
  @Whole({ min: 1, max: 43_200, nullable: true })
  responseMinutes: number | null;

  @Flag()
  isResponseInWorkingTime: boolean;
}

/** A point of a checklist. */
export class NormPointView {
  id: string;
  text: string;
  isRequired: boolean;
}

/** One version of a norm. */
export class NormVersionView {
  /** Of the version. */
  versionId: string;
  number: number;
  name: string;

  @ApiProperty({ type: 'string', enum: [...CONTACT_KINDS], nullable: true })
  contactKind: ContactKind | null;

  channelId: string | null;
  checklist: NormPointView[];
  script: string;
  dos: string[];
  donts: string[];
  responseMinutes: number | null;
  isResponseInWorkingTime: boolean;
  fromAt: string;
  /** Null while it is in force. */
  untilAt: string | null;
  madeById: string;
}

/** A norm as it stands: its newest version. */
export class NormView extends NormVersionView {
  id: string;
  isArchived: boolean;
  version: number;
}

/** Every norm, those in use first, by name. */
export class NormsView {
  items: NormView[];
}

/** What a norm has said, newest first. */
export class NormVersionsView {
  items: NormVersionView[];
}

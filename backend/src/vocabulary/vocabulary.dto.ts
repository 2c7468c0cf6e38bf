import { CONTACT_KINDS, type ContactKind } from '../channels/index.ts';
import { type CadenceUnit, FIELD_KINDS, type FieldKind, STAGE_KINDS, type StageKind } from '../customers/index.ts';
import { DISPOSITION_KINDS, type DispositionKind } from '../follow-ups/index.ts';
import { Flag, Ids, Nested, OneOf, Text, Whole } from '../platform/http/fields.ts';

/** A name in the languages in which somebody gave one; at least one. */
export class NamesInput {
  @Text({ max: 60, min: 0, optional: true })
  en?: string;

  @Text({ max: 60, min: 0, optional: true })
  zhHans?: string;

  @Text({ max: 60, min: 0, optional: true })
  zhHant?: string;
}

/** What every entry of the vocabulary is written with. */
export class WriteEntry {
  @Nested(() => NamesInput)
  names: NamesInput;

  /** Stable word for imports; made from the name when left out, and never changed. */
  @Text({ max: 40, optional: true })
  key?: string;
}

/** A channel as Settings writes it. */
export class WriteChannel extends WriteEntry {
  @OneOf(CONTACT_KINDS)
  contactKind: ContactKind;

  @Text({ max: 40 })
  icon: string;

  @Flag()
  isTwoWay: boolean;

  @Flag()
  isLive: boolean;

  /** Null = by the end of the same working day. */
  @Whole({ min: 1, max: 43_200, nullable: true })
  responseMinutes: number | null;

  @Flag()
  isResponseInWorkingTime: boolean;
}

/** A disposition as Settings writes it. */
export class WriteDisposition extends WriteEntry {
  @OneOf(DISPOSITION_KINDS)
  kind: DispositionKind;
}

/** An outcome as Settings writes it. */
export class WriteOutcome extends WriteEntry {}

/** A stage as Settings writes it. */
export class WriteStage extends WriteEntry {
  @OneOf(STAGE_KINDS)
  kind: StageKind;
}

/** A tier as Settings writes it, with its cadence in working days, or in the unit that the cadence was given. */
export class WriteTier extends WriteEntry {
  @Whole({ min: 1, max: 1_000 })
  idealDays: number;

  @Whole({ min: 1, max: 1_000 })
  maximumDays: number;
}

/** One choice of a choice field. */
export class ChoiceInput {
  /** Made from the name when left out. */
  @Text({ max: 40, optional: true })
  key?: string;

  @Nested(() => NamesInput)
  names: NamesInput;
}

/** A custom field as Settings writes it; choices are for the kind `choice` alone. */
export class WriteField extends WriteEntry {
  @OneOf(FIELD_KINDS)
  kind: FieldKind;

  @Nested(() => ChoiceInput, { max: 200 })
  choices: ChoiceInput[];

  @Flag()
  isRequired: boolean;
}

/** All entries of a list in their new order. */
export class OrderInput {
  @Ids({ max: 500 })
  ids: string[];
}

/** A name in the languages in which somebody gave one. */
export class NamesView {
  en?: string;
  zhHans?: string;
  zhHant?: string;
}

/** What every entry of the vocabulary has. */
export class EntryView {
  id: string;
  key: string;
  names: NamesView;
  position: number;
  isArchived: boolean;
  version: number;
}

/** A channel with what the rules need to know of it. */
export class ChannelView extends EntryView {
  contactKind: ContactKind;
  icon: string;
  isTwoWay: boolean;
  isLive: boolean;
  responseMinutes: number | null;
  isResponseInWorkingTime: boolean;
}

/** A disposition, and what it means to the rules. */
export class DispositionView extends EntryView {
  kind: DispositionKind;
}

/** An outcome. */
export class OutcomeView extends EntryView {}

/** A stage of the pipeline, and what kind it is. */
export class StageView extends EntryView {
  kind: StageKind;
}

/** A tier with its cadence, in working days unless the cadence was given another unit. */
export class TierView extends EntryView {
  idealDays: number;
  maximumDays: number;
  unit: CadenceUnit;
}

/** One choice of a choice field. */
export class ChoiceView {
  key: string;
  names: NamesView;
}

/** A custom field. */
export class FieldView extends EntryView {
  kind: FieldKind;
  choices: ChoiceView[];
  isRequired: boolean;
}

/** Every word that records point to, archived ones included because old records still do. */
export class VocabularyView {
  channels: ChannelView[];
  dispositions: DispositionView[];
  outcomes: OutcomeView[];
  stages: StageView[];
  tiers: TierView[];
  fields: FieldView[];
}

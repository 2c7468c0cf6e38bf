import { Day, Id, OneOf, Text } from '../../platform/http/fields.ts';
import { ABSENCE_KINDS, type AbsenceKind } from './absence.entity.ts';

/** Who is away when, and why. */
export class EnterAbsence {
  @Id()
  personId: string;

  @Day()
  from: string;

  /** The first day on which they are back; for half a day the day after. */
  @Day()
  until: string;

  /** The half of that one day that is off. */
  @OneOf(['morning', 'afternoon'], { optional: true, nullable: true })
  half?: 'morning' | 'afternoon' | null;

  @OneOf(ABSENCE_KINDS)
  kind: AbsenceKind;

  @Text({ max: 300, min: 0, optional: true })
  note?: string;
}

/** Whose absences. */
export class AbsencesQuery {
  @Id()
  personId: string;

  /** Those that end after this day; all when left out. */
  @Day({ optional: true })
  from?: string;
}

/** Days on which somebody is away. */
export class AbsenceView {
  id: string;
  personId: string;
  personName: string;
  /** Local dates, `until` not included. */
  from: string;
  until: string;
  half: 'morning' | 'afternoon' | null;
  kind: AbsenceKind;
  note: string;
  canWithdraw: boolean;
}

/** Absences, the earliest first. */
export class AbsencesView {
  items: AbsenceView[];
}

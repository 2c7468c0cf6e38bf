import { ApiProperty } from '@nestjs/swagger';
import { LEFT_OUT, type LeftOut } from './wanted.rules.ts';

/** One week of one person in a plan. */
export class WeekLoadView {
  /** The Monday it begins with. */
  weekOn: string;

  /** Contacts of this plan by their due days. */
  planned: number;

  /** The same after level loading. */
  levelled: number;

  /** What stands there otherwise: open planned contacts, and other plans that are approved or running. */
  other: number;

  /** Working days of the person × contacts a day. */
  capacity: number;

  /** More than fits, by due days. */
  isOver: boolean;

  /** Still more than fits after level loading. */
  isOverLevelled: boolean;
}

/** What a plan asks of one person. */
export class PersonLoadView {
  personId: string;
  total: number;
  weeks: WeekLoadView[];

  /** Contacts whose window holds no working day of the person. */
  unplaced: number;
}

/** Another plan for some of the same customers at the same time. */
export class PlanConflictView {
  /** Null: a plan that you do not see. */
  planId: string | null;
  name: string | null;
  customers: number;
}

/** A customer who would hear from us too often. */
export class PressuredCustomerView {
  customerId: string;
  name: string;

  /** The first of the seven days. */
  fromOn: string;
  contacts: number;
}

/** Contacts that will not be made, by reason. */
export class LeftOutView {
  @ApiProperty({ type: 'string', enum: [...LEFT_OUT] })
  reason: LeftOut;

  count: number;
}

/** Whether a plan can be done. */
export class FeasibilityView {
  /** Contacts that the plan comes to. */
  touchpoints: number;

  /** Customers that it is for, each once. */
  customers: number;

  contactsPerDay: number;
  people: PersonLoadView[];

  /** Weeks of people that are too full by due days, and after level loading. */
  overWeeks: number;
  overWeeksLevelled: number;

  /** Contacts that the plan asks for and that its approval would not make. */
  leftOut: LeftOutView[];

  conflicts: PlanConflictView[];

  /** At most so many contacts of a customer in so many days. */
  mostContacts: number;
  pressureDays: number;
  pressuredCount: number;

  /** Those of them that you see, the worst first. */
  pressured: PressuredCustomerView[];
}

import { Id, Nested, OneOf, Text } from '../../platform/http/fields.ts';
import { CONTACT_POINT_KINDS, type ContactPointKind, type ContactPointValidity, VALIDITIES } from './contact-point.entity.ts';

/** A way to reach a customer or one of its people, as a form sends it. */
export class ContactPointInput {
  /** Of the contact point that is changed; left out for a new one. */
  @Id({ optional: true })
  id?: string;

  @OneOf(CONTACT_POINT_KINDS)
  kind: ContactPointKind;

  @Text({ max: 254 })
  value: string;

  @OneOf(VALIDITIES, { optional: true })
  validity?: ContactPointValidity;
}

/** A person at a customer, as a form sends it. */
export class ContactPersonInput {
  /** Of the person that is changed; left out for a new one. */
  @Id({ optional: true })
  id?: string;

  @Text({ max: 120 })
  name: string;

  /** Job title or part played. */
  @Text({ max: 120, optional: true, nullable: true })
  title?: string | null;

  @Text({ max: 120, optional: true, nullable: true })
  formOfAddress?: string | null;

  /** The whole list in its order; what is missing is removed. */
  @Nested(() => ContactPointInput, { max: 20, optional: true })
  contactPoints?: ContactPointInput[];
}

/** One way to reach a customer or one of its people. */
export class ContactPointView {
  id: string;
  kind: ContactPointKind;
  value: string;
  validity: ContactPointValidity;
}

/** A person at a customer, with the ways to reach them. */
export class ContactPersonView {
  id: string;
  name: string;
  title: string | null;
  formOfAddress: string | null;
  contactPoints: ContactPointView[];
}

/** Somebody who was a contact person once; old records still name them. */
export class FormerContactPersonView {
  id: string;
  name: string;
}

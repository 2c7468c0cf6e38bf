/** A customer is a person or an organisation. */
export const CUSTOMER_KINDS = ['person', 'organisation'] as const;
/** One of those. */
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

/** The value of a custom field. */
export type FieldValue = string | number | boolean;

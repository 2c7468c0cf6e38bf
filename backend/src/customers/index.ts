export { Customer, type FieldValue } from './customer.entity.ts';
export { ContactPerson } from './contact-people/contact-person.entity.ts';
export { CustomField, FIELD_KINDS, type FieldChoice, type FieldKind } from './fields/custom-field.entity.ts';
export { Stage, STAGE_KINDS, type StageKind } from './stages/stage.entity.ts';
export { Tier } from './tiers/tier.entity.ts';

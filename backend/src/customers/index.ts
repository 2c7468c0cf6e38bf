export { Customer, type FieldValue } from './customer.entity.ts';
export { ContactPerson } from './contact-people/contact-person.entity.ts';

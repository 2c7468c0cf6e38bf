export { Channel, CONTACT_KINDS, type ContactKind } from './channel.entity.ts';

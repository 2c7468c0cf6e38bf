export { Channel, CONTACT_KINDS } from "./channel.entity.js";

export { Notices, UNDO_MS, type Offer } from './notices';

export { Notices, UNDO_MS } from './notices';

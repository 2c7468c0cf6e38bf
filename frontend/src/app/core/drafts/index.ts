export { Draft, Drafts } from './drafts';

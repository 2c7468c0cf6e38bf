export { needs, signedIn } from './guards';
export { Session, type SessionView } from './session';

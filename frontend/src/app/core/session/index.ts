export { needs, signedIn } from './guards';
export { Session, type Right, type SessionView } from './session';

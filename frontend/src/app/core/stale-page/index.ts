export { StalePage, leaveStalePage, provideStalePage } from './stale-page';

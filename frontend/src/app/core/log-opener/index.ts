export { LogOpener, type LogResult, type LogStart } from './log-opener';

export { WorkingTimeOpener, type Handed, type HandingOver, type HoursSubject } from './working-time-opener';

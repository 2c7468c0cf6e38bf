export { CalendarDay } from './calendar-day.entity.ts';
export { CalendarModule } from './calendar.module.ts';
export { WorkingCalendars } from './working-calendars.ts';

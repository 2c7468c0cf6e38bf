export { CalendarDay } from './calendar-day.entity.ts';
export { CalendarDayView, WorkingWeekView } from './calendar.dto.ts';
export { CalendarModule } from './calendar.module.ts';
export { Calendar } from './calendar.ts';
export { WorkingCalendars } from './working-calendars.ts';

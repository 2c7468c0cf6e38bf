export { CalendarDay } from "./calendar-day.entity.js";
export { CalendarDayView, WorkingWeekView } from "./calendar.dto.js";
export { CalendarModule } from "./calendar.module.js";
export { Calendar } from "./calendar.js";
export { WorkingCalendars } from "./working-calendars.js";

export { Absence, type AbsenceKind } from './absences/absence.entity.ts';
export { type AwayDays, type AwayUntil, dueInFact, isLate, returnsOf, withAbsences } from './absences/absence.rules.ts';
export { AbsenceView, EnterAbsence } from './absences/absences.dto.ts';
export { Absences, mayHandle } from './absences/absences.ts';
export { CalendarDay } from './calendar-day.entity.ts';
export { CalendarDayView, WorkingWeekView } from './calendar.dto.ts';
export { CalendarModule } from './calendar.module.ts';
export { Calendar } from './calendar.ts';
export { type KeptCalendar, WorkingCalendars } from './working-calendars.ts';

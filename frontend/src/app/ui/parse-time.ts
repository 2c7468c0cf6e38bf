/** Reads a time of day that somebody typed: '930', '9:30', '9.30 pm', '下午3点', '15時30分'; 'HH:MM', or undefined when it is none. */
export function parseTime(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  const isAfternoon = /p\.?m|下午|晚上|傍晚/.test(typed);
  const isMorning = /a\.?m|上午|早上|凌晨/.test(typed);
  const bare = typed.replace(/[ap]\.?m\.?|上午|下午|早上|晚上|傍晚|凌晨|\s/g, '').replace(/半$/, '30');
  const match = /^(\d{1,2})[:.：点點时時h]?(\d{2})?分?$/.exec(bare);
  if (!match) return undefined;
  const typedHour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  const hour = isAfternoon && typedHour < 12 ? typedHour + 12 : isMorning && typedHour === 12 ? 0 : typedHour;
  return hour < 24 && minute < 60 ? timeOf(hour * 60 + minute) : undefined;
}

/** The time of day ('HH:MM') of some minutes after midnight; it wraps round midnight. */
export function timeOf(minutes: number): string {
  const within = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** Minutes after midnight of a time of day ('HH:MM'). */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

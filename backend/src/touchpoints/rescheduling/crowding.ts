import type { DataSource } from 'typeorm';
import { type LocalDate, addDays } from '../../kernel/index.ts';
import { rows } from '../../platform/database/statements.ts';
import { contactsPerDay, openByDay } from '../reassigning/selection.ts';
import type { Intention } from './preview.ts';
import type { CrowdedDayView } from './rescheduling.dto.ts';

/** The days from today on that a rescheduling fills beyond what fits: what its owner has then, less what goes, and what comes. */
export async function crowdedDays(source: DataSource, personId: string, { owner, today, changes }: Intention): Promise<CrowdedDayView[]> {
  const done = changes.filter(({ isSkipped, to }) => !isSkipped && to.dueOn >= today);
  const days = done.map(({ to }) => to.dueOn).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const [settings] = await rows<{ perDay: number }>(source, contactsPerDay);
  const open = await rows<{ on: LocalDate; count: number }>(source, openByDay, [[owner.id], first, addDays(last, 1)]);
  const counts = new Map(open.map(({ on, count }) => [on, count]));
  const add = (day: LocalDate, count: number): unknown => counts.set(day, (counts.get(day) ?? 0) + count);
  for (const { row, to } of done) {
    if (owner.id === personId) add(row.dueOn, -1);
    add(to.dueOn, 1);
  }
  const fits = settings?.perDay ?? 1;
  return [...new Set(days)].map((on) => ({ on, count: counts.get(on) ?? 0, fits })).filter(({ count }) => count > fits);
}

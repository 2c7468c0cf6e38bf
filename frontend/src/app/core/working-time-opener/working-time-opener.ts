import { Injectable, signal } from '@angular/core';

/** Whose working hours are edited. */
export type HoursSubject = { level: 'organisation' } | { level: 'team' | 'person'; id: string; name: string };

/** Whose touchpoints are handled: because they are away, or because they leave. */
export interface HandingOver { personId: string; name: string; because: 'absence' | 'leaving' }

/** That something was done. */
export type Handed = 'done' | undefined;

/** What the feature of working time opens over any page. */
interface Sheets {
  hours(subject: HoursSubject): Promise<Handed>;
  handOver(start: HandingOver): Promise<Handed>;
  person(person: { personId: string; name: string }): Promise<Handed>;
}

/** Opens the sheets of working time from other features; the feature that owns them plugs itself in at start. */
@Injectable({ providedIn: 'root' })
export class WorkingTimeOpener {
  private readonly sheets = signal<Sheets | undefined>(undefined);

  /** Edits working hours and region; resolves when the sheet closes. */
  async hours(subject: HoursSubject): Promise<Handed> { return this.sheets()?.hours(subject); }

  /** Enters an absence, or hands over the work of somebody who leaves. */
  async handOver(start: HandingOver): Promise<Handed> { return this.sheets()?.handOver(start); }

  /** Shows a person's absences and what was rescheduled for them. */
  async person(person: { personId: string; name: string }): Promise<Handed> { return this.sheets()?.person(person); }

  /** The feature that owns the sheets. */
  plugIn(sheets: Sheets): void { this.sheets.set(sheets); }
}

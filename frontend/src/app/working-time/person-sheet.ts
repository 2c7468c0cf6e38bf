import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { Api, View } from '../core/api';
import { Clock } from '../core/clock';
import { Format, addDays } from '../core/format';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Handed, WorkingTimeOpener } from '../core/working-time-opener';
import { Sheet } from '../ui/sheet';
import { State } from '../ui/state';

/** A person's absences and what was rescheduled for them; from here more is entered, withdrawn or taken back. */
@Component({
  selector: 't-person-time-sheet',
  imports: [MatButton, Sheet, State],
  templateUrl: './person-sheet.html',
  styles: `
    section + section { margin-top: var(--t-5); }
    ul { list-style: none; }
    li { display: flex; align-items: center; justify-content: space-between; gap: var(--t-3); min-height: 52px; border-bottom: var(--t-line); }
  `,
})
export class PersonSheet {
  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  protected readonly sheet = inject<MatDialogRef<PersonSheet, Handed>>(MatDialogRef);
  protected readonly person = inject<{ personId: string; name: string }>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly notices = inject(Notices);
  private readonly opener = inject(WorkingTimeOpener);

  protected readonly absences = this.api.resource('/api/absences', () => ({ query: { personId: this.person.personId, from: this.clock.today() } }), { followWrites: true });
  protected readonly reschedulings = this.api.resource('/api/reschedulings', () => ({ query: { personId: this.person.personId } }), { followWrites: true });

  protected wordsOf({ from, until, half }: View<'AbsenceView'>): string {
    const last = addDays(until, -1);
    const days = last === from ? this.format.day(from) : `${this.format.day(from)} – ${this.format.day(last)}`;
    return half ? `${days}, ${this.t(`workingTime.halves.${half}`)}` : days;
  }

  protected handOver(because: 'absence' | 'leaving'): void {
    void this.opener.handOver({ ...this.person, because });
  }

  protected hours(): void {
    void this.opener.hours({ level: 'person', id: this.person.personId, name: this.person.name });
  }

  protected async withdraw({ id }: View<'AbsenceView'>): Promise<void> {
    await this.attempt(async () => {
      await this.api.delete('/api/absences/{id}', { path: { id } });
      return this.t('workingTime.absence.withdrawn');
    });
  }

  protected async reverse({ id }: View<'ReschedulingView'>): Promise<void> {
    await this.attempt(async () => {
      const { restored, left } = await this.api.post('/api/reschedulings/{id}/reversal', { path: { id } });
      return left ? this.t('workingTime.reversedBut', { count: restored, left }) : this.t('workingTime.reversed', { count: restored });
    });
  }

  private async attempt(work: () => Promise<string>): Promise<void> {
    try {
      await this.notices.say(await work());
    } catch (error) {
      await this.notices.sayProblem(error);
    }
  }
}

import { Component, computed, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Api, View } from '../core/api';
import { Directory } from '../core/directory';
import { Errors } from '../core/errors';
import { LocalDate, addDays, dateOf, partsOf } from '../core/format';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { DateField } from '../ui/date-field';
import { FormFailure } from '../ui/form-failure';
import { Sheet } from '../ui/sheet';
import { Changing, isMade } from './changes/changing';
import { Renew, renewing } from './renewing';

/** A plan to change, or the year of a new one. */
export type PlanStart = { plan: View<'PlanView'>; renew: Renew } | { plan?: never; year: number };

type Saved = View<'PlanView'>;

/** The head of a plan: name, period, objective, who is responsible, budget. */
@Component({
  selector: 't-plan-sheet',
  imports: [DateField, FormFailure, MatButton, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, Sheet],
  templateUrl: './plan-sheet.html',
})
export class PlanSheet {
  protected readonly start = inject<PlanStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<PlanSheet, Saved>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly session = inject(Session);
  protected readonly directory = inject(Directory);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;

  private readonly changing = inject(Changing);
  // With another version once somebody else has changed it: saving again then writes over that.
  private plan = this.start.plan;
  protected readonly isMade = this.plan !== undefined && isMade(this.plan);
  private readonly year = this.start.plan ? partsOf(this.start.plan.fromOn).year : this.start.year;
  protected readonly form = new FormGroup({
    name: new FormControl(this.plan?.name ?? '', { nonNullable: true, validators: [Validators.required] }),
    fromOn: new FormControl<LocalDate | null>(this.plan?.fromOn ?? dateOf(this.year, 1, 1), { validators: [Validators.required] }),
    // People say the last day; the API means the day after it.
    untilOn: new FormControl<LocalDate | null>(this.plan ? addDays(this.plan.untilOn, -1) : dateOf(this.year, 12, 31), { validators: [Validators.required] }),
    objective: new FormControl(this.plan?.objective ?? '', { nonNullable: true }),
    teamId: new FormControl<string | null>(this.plan ? this.plan.teamId : (this.session.person()?.teamId ?? null)),
    responsibleId: new FormControl(this.plan?.responsibleId ?? this.session.person()?.id ?? '', { nonNullable: true, validators: [Validators.required] }),
    budget: new FormControl<number | null>(this.plan?.budget ?? null, { validators: [Validators.min(0)] }),
  });
  protected readonly submission = submission(this.form);
  protected readonly people = computed(() => {
    const visible = this.directory.visible();
    const now = this.directory.people().filter(({ id }) => id === this.plan?.responsibleId && !visible.some((one) => one.id === id));
    return [...visible, ...now];
  });

  protected save(): Promise<void> {
    const { start } = this;
    return this.submission.run(() => (start.plan ? renewing(start.renew, () => this.send(), ({ version }) => { this.plan = { ...start.plan, version }; }) : this.send()));
  }

  private async send(): Promise<void> {
    const { fromOn, untilOn, ...rest } = this.form.getRawValue();
    const body = { ...rest, fromOn: fromOn ?? '', untilOn: untilOn ? addDays(untilOn, 1) : '' };
    if (this.plan && this.isMade) {
      const { fromOn: _from, budget: _budget, ...change } = body;
      const changed = await this.changing.ask(this.plan, { plan: change });
      if (changed) this.dialog.close(changed);
      return;
    }
    const saved = this.plan
      ? await this.api.patch('/api/plans/{id}', { path: { id: this.plan.id }, body, version: this.plan.version })
      : await this.api.post('/api/plans', { body });
    this.dialog.close(saved);
    if (this.plan) void this.notices.say(this.t('common.saved'));
  }
}

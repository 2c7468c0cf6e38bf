import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { startWith } from 'rxjs';
import { Api, View } from '../core/api';
import { Directory } from '../core/directory';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Choice, Find, LookupField } from '../ui/lookup-field';
import { FormFailure } from '../ui/form-failure';
import { Segments } from '../ui/segments';
import { Sheet } from '../ui/sheet';
import { OwnerHistory } from './owner-history';

/** The customers that are handed over, and their owner where it is one. */
export interface OwnerStart { ids: readonly string[]; ownerId: string | null }

type Given = View<'OwnersChangedView'>['given'];

const MOST_AT_ONCE = 500;
const OFFERED = 12;

/** Hands customers over to a colleague, or to nobody for now; credit for past contacts stays with their authors. */
@Component({
  selector: 't-owner-sheet',
  imports: [FormFailure, LookupField, MatButton, MatCheckbox, OwnerHistory, ReactiveFormsModule, Segments, Sheet],
  template: `
    <t-sheet [title]="start.ids.length > 1 ? t('customers.assignMany', { count: start.ids.length }) : t('customers.assign')">
      <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        @if (start.ids.length === 1) {
          <p>{{ t('customers.ownerNow', { name: start.ownerId ? directory.name(start.ownerId) : t('customers.nobody') }) }}</p>
        }
        <t-segments formControlName="to" [label]="t('customers.newOwner')" [segments]="ways()" />
        @if (isToSomebody()) {
          <t-lookup-field [label]="t('customers.newOwner')" [control]="form.controls.ownerId" [find]="find" />
          <mat-checkbox formControlName="movesTouchpoints">{{ t('customers.moveTouchpoints') }}</mat-checkbox>
        }
        <t-form-failure [of]="submission" />
        <button hidden type="submit"></button>
      </form>
      @if (start.ids.length === 1) {
        <t-owner-history [customerId]="start.ids[0] ?? ''" />
      }
      <button actions matButton="filled" type="button" [disabled]="submission.isBusy()" (click)="save()">{{ t('customers.assign') }}</button>
    </t-sheet>
  `,
  styles: 'p { margin: 0; } t-owner-history { display: block; margin-top: var(--t-6); }',
})
export class OwnerSheet {
  protected readonly start = inject<OwnerStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<OwnerSheet, boolean>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly directory = inject(Directory);
  protected readonly t = inject(I18n).t;

  protected readonly form = new FormGroup({
    to: new FormControl<'colleague' | 'nobody'>('colleague', { nonNullable: true }),
    ownerId: new FormControl<Choice | null>(null),
    movesTouchpoints: new FormControl(true, { nonNullable: true }),
  });
  protected readonly submission = submission(this.form);
  private readonly to = toSignal(this.form.controls.to.valueChanges.pipe(startWith(this.form.controls.to.value)));
  protected readonly isToSomebody = computed(() => this.to() === 'colleague');
  protected readonly ways = computed(() => (['colleague', 'nobody'] as const).map((value) => ({ value, label: this.t(`customers.to.${value}`) })));

  protected readonly find: Find = (text) => {
    const wanted = text.toLocaleLowerCase();
    const found = this.directory.visible().filter(({ id, name }) => id !== this.start.ownerId && name.toLocaleLowerCase().includes(wanted));
    return Promise.resolve(found.slice(0, OFFERED).map(({ id, name, teamId }) => ({ id, label: name, ...(teamId ? { detail: this.directory.name(teamId) } : {}) })));
  };

  protected save(): Promise<void> {
    const { ownerId } = this.form.controls;
    ownerId.setValidators(this.isToSomebody() ? Validators.required : null);
    ownerId.updateValueAndValidity();
    return this.submission.run(async () => {
      const to = this.isToSomebody() ? ownerId.value : null;
      const given = await this.give(to?.id ?? null);
      this.dialog.close(true);
      void this.notices.offerUndo(this.t('customers.assigned', { count: given.length, name: to?.label ?? this.t('customers.nobody') }), () => this.takeBack(given));
    });
  }

  private async give(ownerId: string | null): Promise<Given> {
    const body = { ownerId, moveTouchpoints: this.form.controls.movesTouchpoints.value };
    const [only, ...others] = this.start.ids;
    if (only && others.length === 0) return (await this.api.post('/api/customers/{id}/ownership', { path: { id: only }, body })).given;
    const given: Given = [];
    for (let from = 0; from < this.start.ids.length; from += MOST_AT_ONCE) {
      given.push(...(await this.api.post('/api/customers/ownership', { body: { ...body, ids: this.start.ids.slice(from, from + MOST_AT_ONCE) } })).given);
    }
    return given;
  }

  private async takeBack(given: Given): Promise<void> {
    for (let from = 0; from < given.length; from += MOST_AT_ONCE) await this.api.post('/api/customers/ownership/reversal', { body: { given: given.slice(from, from + MOST_AT_ONCE) } });
  }
}

import { Component, computed, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Api, Problem, View, newIdempotencyKey } from '../../core/api';
import { Errors } from '../../core/errors';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { FormFailure } from '../../ui/form-failure';
import { Sheet } from '../../ui/sheet';
import { SavedViews } from '../views/saved-views';
import { CadenceFields } from './cadence-fields';
import { cadenceForm, termsIn } from './cadence-form';

/** The cadence to change; none for a new one, and then the segments that have one already. */
export interface PolicyData { policy?: View<'CadenceView'>; taken: readonly string[] }

/** Adds the cadence of a segment, or changes that of a tier or a segment. */
@Component({
  selector: 't-policy-sheet',
  imports: [CadenceFields, FormFailure, MatButton, MatDialogModule, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="title()">
      <form id="cadence" class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        @if (!data.policy) {
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('cadences.segment') }}</mat-label>
            <mat-select formControlName="segmentId" (selectionChange)="named($event.value)">
              @for (segment of segments(); track segment.id) {
                <mat-option [value]="segment.id">{{ segment.name }}</mat-option>
              }
            </mat-select>
            @if (segments().length === 0) {
              <mat-hint>{{ t('cadences.noSegments') }}</mat-hint>
            }
            <mat-error>{{ errors.ofControl(form.controls.segmentId) }}</mat-error>
          </mat-form-field>
        }
        @if (data.policy?.target !== 'tier') {
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('cadences.name') }}</mat-label>
            <input matInput autocomplete="off" maxlength="120" formControlName="name" />
            <mat-error>{{ errors.ofControl(form.controls.name) }}</mat-error>
          </mat-form-field>
        }
        <t-cadence-fields [form]="terms" />
        <t-form-failure [of]="submission" />
      </form>
      <ng-container actions>
        <button matButton mat-dialog-close type="button">{{ t('common.cancel') }}</button>
        <button matButton="filled" type="submit" form="cadence" [disabled]="submission.isBusy()">{{ data.policy ? t('common.save') : t('common.add') }}</button>
      </ng-container>
    </t-sheet>
  `,
})
export class PolicySheet {
  private readonly api = inject(Api);
  private readonly views = inject(SavedViews);
  private readonly vocabulary = inject(Vocabulary);
  private readonly dialog = inject<MatDialogRef<PolicySheet, boolean>>(MatDialogRef);
  private readonly idempotencyKey = newIdempotencyKey();
  protected readonly data = inject<PolicyData>(MAT_DIALOG_DATA);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly terms = cadenceForm(this.data.policy);
  protected readonly form = new FormGroup({
    segmentId: new FormControl('', { nonNullable: true, validators: this.data.policy ? [] : [Validators.required] }),
    name: new FormControl(this.data.policy?.name ?? '', { nonNullable: true, validators: this.data.policy?.target === 'tier' ? [] : [Validators.required] }),
    ...this.terms.controls,
  });
  protected readonly submission = submission(this.form);
  protected readonly segments = computed(() => this.views.all().filter(({ id }) => !this.data.taken.includes(id)));
  private version = this.data.policy?.version ?? 0;

  protected title(): string {
    const { policy } = this.data;
    return policy ? (policy.target === 'tier' ? this.vocabulary.name(policy.id) : policy.name) : this.t('cadences.addTitle');
  }

  /** A cadence is called like its segment until somebody gives it another name. */
  protected named(segmentId: string): void {
    const { name } = this.form.controls;
    if (!name.dirty) name.setValue(this.views.find(segmentId)?.name ?? '');
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { segmentId, name } = this.form.getRawValue();
      const body = termsIn(this.terms);
      if (this.data.policy) await this.change(this.data.policy, { ...body, ...(name && { name }) });
      else await this.api.post('/api/cadences', { body: { ...body, segmentId, name }, idempotencyKey: this.idempotencyKey });
      if (this.data.policy?.target === 'tier') this.vocabulary.reload();
      this.dialog.close(true);
    });
  }

  private async change({ id }: View<'CadenceView'>, body: View<'ChangeCadence'>): Promise<void> {
    try {
      await this.api.put('/api/cadences/{id}', { path: { id }, body, version: this.version });
    } catch (error) {
      // The next try is made knowingly over what somebody else wrote.
      if (Problem.from(error).status === 412) {
        const { tiers, segments } = await this.api.get('/api/cadences');
        this.version = [...tiers, ...segments].find((other) => other.id === id)?.version ?? this.version;
      }
      throw error;
    }
  }
}

import { Component, computed, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Api, Problem, View, newIdempotencyKey } from '../../core/api';
import { Directory } from '../../core/directory';
import { Errors } from '../../core/errors';
import { changesOf, submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { FormFailure } from '../../ui/form-failure';
import { Sheet } from '../../ui/sheet';

/** The team to change, or where a new one is to stand. */
export interface TeamSheetData { team?: View<'TeamView'>; parentId?: string | null; teams: readonly View<'TeamView'>[] }

/** Adds a team, or renames and moves one. */
@Component({
  selector: 't-team-sheet',
  imports: [FormFailure, MatButton, MatDialogModule, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="data.team?.name ?? t('settings.teams.newTitle')">
      <form id="team" class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('settings.teams.name') }}</mat-label>
          <input matInput autocomplete="off" formControlName="name" />
          <mat-error>{{ errors.ofControl(form.controls.name) }}</mat-error>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('settings.teams.parent') }}</mat-label>
          <mat-select formControlName="parentId">
            <mat-option [value]="null">{{ t('settings.teams.top') }}</mat-option>
            @for (place of places(); track place.id) {
              <mat-option [value]="place.id">{{ indent(place.depth) }}{{ place.name }}</mat-option>
            }
          </mat-select>
          <mat-error>{{ errors.ofControl(form.controls.parentId) }}</mat-error>
        </mat-form-field>
        <t-form-failure [of]="submission" />
      </form>
      <ng-container actions>
        <button matButton mat-dialog-close type="button">{{ t('common.cancel') }}</button>
        <button matButton="filled" type="submit" form="team" [disabled]="submission.isBusy()">{{ data.team ? t('common.save') : t('common.add') }}</button>
      </ng-container>
    </t-sheet>
  `,
})
export class TeamSheet {
  private readonly api = inject(Api);
  private readonly directory = inject(Directory);
  private readonly dialog = inject<MatDialogRef<TeamSheet, boolean>>(MatDialogRef);
  private readonly idempotencyKey = newIdempotencyKey();
  protected readonly data = inject<TeamSheetData>(MAT_DIALOG_DATA);
  protected readonly t = inject(I18n).t;
  protected readonly errors = inject(Errors);
  protected readonly form = new FormGroup({
    name: new FormControl(this.data.team?.name ?? '', { nonNullable: true, validators: [Validators.required, Validators.maxLength(120)] }),
    parentId: new FormControl(this.data.team ? this.data.team.parentId : (this.data.parentId ?? null)),
  });
  protected readonly submission = submission(this.form);
  protected readonly places = computed(() => withoutBranch(this.data.teams.filter(({ isArchived }) => !isArchived), this.data.team?.id));
  private version = this.data.team?.version ?? 0;

  protected indent(depth: number): string {
    return '\u2003'.repeat(depth);
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      if (this.data.team) await this.change(this.data.team.id);
      else await this.api.post('/api/teams', { body: this.form.getRawValue(), idempotencyKey: this.idempotencyKey });
      this.directory.reload();
      this.dialog.close(true);
    });
  }

  private async change(id: string): Promise<void> {
    try {
      await this.api.patch('/api/teams/{id}', { path: { id }, body: changesOf(this.form), version: this.version });
    } catch (error) {
      if (Problem.from(error).status === 412) {
        const { items } = await this.api.get('/api/teams');
        this.version = items.find((team) => team.id === id)?.version ?? this.version;
      }
      throw error;
    }
  }
}

/** The teams in tree order but for one with everything below it, where it could not stand. */
export function withoutBranch<T extends { id: string; depth: number }>(teams: readonly T[], id: string | undefined): T[] {
  const from = teams.findIndex((team) => team.id === id);
  const branch = teams[from];
  if (!branch) return [...teams];
  const after = teams.slice(from + 1);
  const length = after.findIndex(({ depth }) => depth <= branch.depth);
  return [...teams.slice(0, from), ...(length < 0 ? [] : after.slice(length))];
}

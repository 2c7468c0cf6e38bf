import { Component, inject, input, output, signal } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatSelectModule } from '@angular/material/select';
import { Api, View } from '../core/api';
import { I18n } from '../core/i18n';
import type { ImportView } from './mapping-state';
import { Refusals } from './refusals';

/** In which encoding and with which delimiter the file is read, of a spreadsheet which sheet; detected, and changed where that was wrong. */
@Component({
  selector: 't-file-format',
  imports: [MatFormFieldModule, MatProgressBar, MatSelectModule],
  template: `
    @if (view().format === 'xlsx') {
      @if (view().sheets.length > 1) {
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('imports.format.sheet') }}</mat-label>
          <mat-select [value]="view().sheet" [disabled]="isBusy()" (selectionChange)="read({ sheet: $event.value })">
            @for (one of view().sheets; track one) {
              <mat-option [value]="one">{{ one }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
      }
    } @else {
      <div class="t-form-row">
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('imports.format.encoding') }}</mat-label>
          <mat-select [value]="view().encoding" [disabled]="isBusy()" (selectionChange)="read({ encoding: $event.value, delimiter: view().delimiter })">
            @for (one of encodings; track one) {
              <mat-option [value]="one">{{ t('imports.format.encodings.' + one) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('imports.format.delimiter') }}</mat-label>
          <mat-select [value]="view().delimiter" [disabled]="isBusy()" (selectionChange)="read({ encoding: view().encoding, delimiter: $event.value })">
            @for (one of delimiters; track one.mark) {
              <mat-option [value]="one.mark">{{ t('imports.format.delimiters.' + one.name) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
      </div>
    }
    @if (isBusy()) {
      <mat-progress-bar mode="indeterminate" [attr.aria-label]="t('imports.format.busy')" />
    }
    @if (failure(); as text) {
      <p role="alert">{{ text }}</p>
    }
  `,
  styles: ':host { display: flex; flex-direction: column; gap: var(--t-2); max-width: 640px; } p { color: var(--t-danger); }',
})
export class FileFormat {
  /** The import whose file it is. */
  readonly view = input.required<ImportView>();

  /** The file was read anew. */
  readonly changed = output<ImportView>();

  private readonly api = inject(Api);
  private readonly refusals = inject(Refusals);
  protected readonly t = inject(I18n).t;
  protected readonly isBusy = signal(false);
  protected readonly failure = signal('');
  protected readonly encodings = ['utf-8', 'gb18030', 'big5', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
  protected readonly delimiters = [{ mark: ',', name: 'comma' }, { mark: ';', name: 'semicolon' }, { mark: '\t', name: 'tab' }, { mark: '|', name: 'bar' }] as const;

  protected async read(body: View<'ChooseFormat'>): Promise<void> {
    this.isBusy.set(true);
    this.failure.set('');
    try {
      this.changed.emit(await this.api.put('/api/imports/{id}/format', { path: { id: this.view().id }, body }));
    } catch (error) {
      this.failure.set(this.refusals.all(error, (target) => target).join(' '));
    } finally {
      this.isBusy.set(false);
    }
  }
}

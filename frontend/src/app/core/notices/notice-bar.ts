import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_SNACK_BAR_DATA, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel, MatSnackBarRef } from '@angular/material/snack-bar';

/** What the bar says, and the buttons it has; the last chosen one is written back. */
export interface BarData { readonly text: string; readonly labels: readonly string[]; chosen: number | null }

/** A message with several things that can be done about it, one press each. */
@Component({
  selector: 't-notice-bar',
  imports: [MatButton, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel],
  template: `
    <span matSnackBarLabel>{{ data.text }}</span>
    <span class="actions" matSnackBarActions>
      @for (label of data.labels; track $index) {
        <button matButton matSnackBarAction type="button" (click)="choose($index)">{{ label }}</button>
      }
    </span>
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; }
    [matSnackBarLabel] { flex: 1 1 auto; }
    .actions { display: flex; flex-wrap: wrap; justify-content: flex-end; max-width: 100%; }
    button { max-width: 100%; height: auto; min-height: var(--t-touch); overflow-wrap: anywhere; }
  `,
})
export class NoticeBar {
  protected readonly data = inject<BarData>(MAT_SNACK_BAR_DATA);
  private readonly bar = inject<MatSnackBarRef<NoticeBar>>(MatSnackBarRef);

  protected choose(i: number): void {
    this.data.chosen = i;
    this.bar.dismissWithAction();
  }
}

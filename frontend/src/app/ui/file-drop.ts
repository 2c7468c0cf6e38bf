import { Component, input, output, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';

/** Takes one file: chosen by a press, or dropped; says which file it is, that it is read, and why it was refused. */
@Component({
  selector: 't-file-drop',
  imports: [MatIcon, MatProgressBar],
  template: `
    <label class="drop" [class.over]="isOver()" [class.busy]="isBusy()" (dragover)="over($event, true)" (dragleave)="over($event, false)" (drop)="drop($event)">
      <input class="t-hidden" type="file" [accept]="accept()" [disabled]="isBusy()" (change)="pick($event)" />
      <mat-icon aria-hidden="true" svgIcon="upload" />
      <span class="words">
        <span class="pick">{{ isBusy() ? busyLabel() : fileName() || label() }}</span>
        <span class="t-small t-muted">{{ fileName() && !isBusy() ? label() : about() }}</span>
      </span>
    </label>
    @if (isBusy()) {
      <mat-progress-bar mode="indeterminate" [attr.aria-label]="busyLabel()" />
    }
    @if (failure(); as text) {
      <p class="failure" role="alert">{{ text }}</p>
    }
  `,
  styleUrl: './file-drop.scss',
})
export class FileDrop {
  /** What to do: 'Choose a file, or drop it here'. */
  readonly label = input.required<string>();

  /** Which files are taken, and how big they may be. */
  readonly about = input.required<string>();

  /** What is said while the file is read. */
  readonly busyLabel = input.required<string>();

  /** File types that the choice is narrowed to, as the browser understands them; a dropped file may be any. */
  readonly accept = input('');

  /** The name of the file that was taken. */
  readonly fileName = input('');

  /** Whether a file is being read. */
  readonly isBusy = input(false);

  /** Why the file was refused, in words. */
  readonly failure = input('');

  /** The person gave a file. */
  readonly picked = output<File>();

  protected readonly isOver = signal(false);

  protected pick({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const file = target.files?.[0];
    // The same file, mended meanwhile, can be picked again.
    target.value = '';
    if (file) this.picked.emit(file);
  }

  protected over(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.isOver.set(isOver);
  }

  protected drop(event: DragEvent): void {
    this.over(event, false);
    const file = event.dataTransfer?.files[0];
    if (file && !this.isBusy()) this.picked.emit(file);
  }
}

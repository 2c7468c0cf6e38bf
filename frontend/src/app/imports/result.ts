import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Api } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Chip } from '../ui/chip';
import { State } from '../ui/state';
import type { ImportView } from './mapping-state';

const FATES = ['new', 'update', 'unchanged', 'duplicate', 'error'] as const;

/** What became of the rows, or would become in a dry run: counts, the first rows of each, and why some were left out. */
@Component({
  selector: 't-import-result',
  imports: [Chip, MatButton, MatIcon, RouterLink, State],
  templateUrl: './result.html',
  styleUrl: './result.scss',
})
export class Result {
  /** The import after a dry run or a run. */
  readonly view = input.required<ImportView>();

  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  protected readonly isDone = computed(() => this.view().state === 'done');
  protected readonly fates = computed(() => FATES.map((fate) => ({ fate, count: this.view().counts[fate], samples: this.view().samples[fate] })));
  protected readonly leftOut = computed(() => this.view().counts.error + this.view().counts.duplicate);
  protected readonly issues = inject(Api).resource('/api/imports/{id}/issues', () => (this.leftOut() > 0 ? { path: { id: this.view().id }, query: { limit: 50 } } : undefined));
  protected readonly file = computed(() => `/api/imports/${this.view().id}/issues.csv`);

  /** The list of the customers that the import added; of one that only changed some, the whole list. */
  protected readonly listParams = computed(() => (this.view().counts.new > 0 ? { import: this.view().id } : {}));
}

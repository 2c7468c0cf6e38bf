import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { Api, View } from '../core/api';
import { Directory } from '../core/directory';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Sheet } from '../ui/sheet';
import { State } from '../ui/state';

/** What a norm has said over time, newest first. */
@Component({
  selector: 't-versions-sheet',
  imports: [MatButton, MatDialogClose, Sheet, State],
  template: `
    <t-sheet [title]="t('norms.historyOf', { name: norm.name })">
      <t-state [of]="versions" [lines]="6">
        @for (version of versions.value()?.items; track version.versionId) {
          <section>
            <h3>{{ t('norms.versionNumber', { number: version.number }) }} · {{ version.name }}</h3>
            <p class="t-small t-muted">{{ format.instant(version.fromAt) }} – {{ version.untilAt ? format.instant(version.untilAt) : t('norms.now') }} · {{ directory.name(version.madeById) }}</p>
            <ol>@for (point of version.checklist; track point.id) { <li>{{ point.text }}@if (point.isRequired) { <span class="t-small t-muted"> {{ t('ui.checklist.required') }}</span> }</li> }</ol>
            @if (version.script) { <p class="script">{{ version.script }}</p> }
          </section>
        }
      </t-state>
      <button actions matButton mat-dialog-close type="button">{{ t('common.close') }}</button>
    </t-sheet>
  `,
  styles: `
    section { display: grid; gap: var(--t-1); padding-block: var(--t-3); }
    section + section { border-top: var(--t-line); }
    ol { padding-inline-start: var(--t-5); }
    .script { white-space: pre-line; }
  `,
})
export class VersionsSheet {
  protected readonly norm = inject<View<'NormView'>>(MAT_DIALOG_DATA);
  protected readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly versions = inject(Api).resource('/api/norms/{id}/versions', () => ({ path: { id: this.norm.id } }));
}

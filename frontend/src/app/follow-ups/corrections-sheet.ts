import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { Api, View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Vocabulary } from '../core/vocabulary';
import { Sheet } from '../ui/sheet';
import { State } from '../ui/state';

/** What was corrected in a record, when and by whom. */
@Component({
  selector: 't-corrections-sheet',
  imports: [Sheet, State],
  template: `
    <t-sheet [title]="t('followUps.corrections')">
      <t-state [of]="corrections" [lines]="3">
        @for (correction of corrections.value()?.items; track correction.id) {
          <article>
            <p class="t-small t-muted">{{ format.instant(correction.correctedAt) }} · {{ correction.correctedByName }}</p>
            <dl>
              @for (change of correction.changes; track change.property) {
                <dt>{{ t('followUps.properties.' + change.property) }}</dt>
                <dd><del>{{ show(change.property, change.before) }}</del> → <ins>{{ show(change.property, change.after) }}</ins></dd>
              }
            </dl>
          </article>
        }
      </t-state>
    </t-sheet>
  `,
  styles: `
    article + article { margin-top: var(--t-4); padding-top: var(--t-4); border-top: var(--t-line); }
    p { margin: 0 0 var(--t-1); }
    dl { display: grid; gap: var(--t-1); margin: 0; }
    dt { color: var(--t-muted); font: var(--t-text-s); }
    dd { margin: 0 0 var(--t-2); white-space: pre-line; overflow-wrap: anywhere; }
    del { color: var(--t-muted); }
    ins { text-decoration: none; font-weight: 500; }
  `,
})
export class CorrectionsSheet {
  private readonly id = inject<string>(MAT_DIALOG_DATA);
  private readonly vocabulary = inject(Vocabulary);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly corrections = inject(Api).resource('/api/follow-ups/{id}/corrections', () => ({ path: { id: this.id } }));

  protected show(property: View<'CorrectedPropertyView'>['property'], value: string | null): string {
    if (value === null || value === '') return '–';
    // The server says a touchpoint as its due day and what it is for.
    if (property === 'touchpointId') return `${this.format.day(value.slice(0, 10))} ${value.slice(11)}`.trim();
    if (property === 'countedBecause') return this.t(`followUps.because.${value}`);
    if (property.endsWith('Id')) return this.vocabulary.name(value);
    if (property.endsWith('At')) return this.format.instant(value);
    if (property === 'validity') return this.t(`followUps.validity.${value}`);
    return property === 'direction' ? this.t(`followUps.${value === 'inbound' ? 'inboundWord' : 'outboundWord'}`) : value;
  }
}

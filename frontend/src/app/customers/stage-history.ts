import { Component, computed, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Api, View } from '../core/api';
import { Directory } from '../core/directory';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { Vocabulary } from '../core/vocabulary';
import { Confirm } from '../ui/confirm';
import { State } from '../ui/state';

/** All changes of a customer's stage with their days; whoever may correct records can take one back. */
@Component({
  selector: 't-stage-history',
  imports: [MatIcon, MatIconButton, State],
  template: `
    <h3>{{ t('customers.history') }}</h3>
    <t-state [of]="history" [empty]="history.value()?.items?.length === 0" [lines]="3">
      <ol>
        @for (change of history.value()?.items; track change.id) {
          <li>
            <div class="words">
              <p>{{ format.day(change.changedOn) }} · @if (change.fromStageId) { {{ vocabulary.name(change.fromStageId) }} → }{{ vocabulary.name(change.toStageId) }}@if (change.amount !== null) { · {{ format.money(change.amount, currency()) }} }</p>
              <p class="t-small t-muted">{{ directory.name(change.changedById) }}@if (change.reason) { · {{ change.reason }} }</p>
            </div>
            @if (session.can('records.correct') && (history.value()?.items?.length ?? 0) > 1) {
              <button matIconButton type="button" [attr.aria-label]="t('customers.takeBackChange', { day: format.day(change.changedOn) })" (click)="takeBack(change)"><mat-icon svgIcon="delete" /></button>
            }
          </li>
        }
      </ol>
    </t-state>
  `,
  styles: `
    h3 { margin: 0 0 var(--t-2); font: var(--t-title-s); }
    ol { margin: 0; padding: 0; list-style: none; }
    li { display: flex; align-items: center; gap: var(--t-2); min-height: 48px; }
    li + li { border-top: var(--t-line); }
    .words { flex: 1; min-width: 0; overflow-wrap: anywhere; }
    p { margin: 0; }
  `,
})
export class StageHistory {
  /** The customer. */
  readonly customerId = input.required<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  protected readonly session = inject(Session);
  protected readonly directory = inject(Directory);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly currency = computed(() => this.session.organisation()?.currency ?? 'CNY');
  protected readonly history = this.api.resource('/api/customers/{id}/stage-changes', () => ({ path: { id: this.customerId() } }), { followWrites: true });

  protected async takeBack(change: View<'StageChangeView'>): Promise<void> {
    const question = { title: this.t('customers.takeBackTitle'), text: this.t('customers.takeBackText', { stage: this.vocabulary.name(change.toStageId), day: this.format.day(change.changedOn) }), confirm: this.t('customers.takeBack'), isDangerous: true };
    if (!(await this.confirm.ask(question))) return;
    try {
      await this.api.delete('/api/customers/{id}/stage-changes/{changeId}', { path: { id: this.customerId(), changeId: change.id } });
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }
}

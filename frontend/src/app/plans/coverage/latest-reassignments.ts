import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Api, View } from '../../core/api';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';

/** One's latest reassignments, each of which can be taken back. */
@Component({
  selector: 't-latest-reassignments',
  imports: [MatButton],
  template: `
    @if (items().length) {
      <section class="t-panel part">
        <h2>{{ t('plans.coverage.latest') }}</h2>
        <ul>
          @for (one of items(); track one.id) {
            <li><span>{{ t('plans.coverage.ways.' + one.way) }}: {{ t('plans.coverage.reassigned', { count: one.changed }) }} <span class="t-small t-muted">{{ format.instant(one.doneAt) }}@if (one.reason) { · {{ one.reason }}}</span></span>
              @if (one.canReverse) { <button matButton type="button" [disabled]="isBusy()" (click)="takeBack(one)">{{ t('plans.coverage.takeBack') }}</button> } @else { <span class="t-small t-muted">{{ t('plans.coverage.takenBack') }}</span> }</li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    .part { padding: var(--t-4); }
    ul { list-style: none; }
    li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 var(--t-4); min-height: var(--t-touch); border-bottom: var(--t-line); }
    li:last-child { border-bottom: 0; }
  `,
})
export class LatestReassignments {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly isBusy = signal(false);
  private readonly latest = this.api.resource('/api/reassignments', () => ({}), { followWrites: true });
  protected readonly items = computed(() => this.latest.value()?.items ?? []);

  protected async takeBack({ id }: View<'ReassignmentView'>): Promise<void> {
    this.isBusy.set(true);
    try {
      const { restored, left } = await this.api.post('/api/reschedulings/{id}/reversal', { path: { id } });
      void this.notices.say(this.t('plans.coverage.restored', { count: restored, left: this.format.number(left) }));
    } catch (error) {
      void this.notices.sayProblem(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}

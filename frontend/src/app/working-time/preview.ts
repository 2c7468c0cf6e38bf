import { Component, computed, inject, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Chip } from '../ui/chip';

// More than these tell no more.
const SHOWN_DAYS = 6;

type Item = View<'RescheduleItemView'>;

/** What a rescheduling would do, touchpoint by touchpoint; each can be left as it is. */
@Component({
  selector: 't-reschedule-preview',
  imports: [Chip, MatIcon],
  template: `
    <p role="status">
      {{ preview().total ? t('workingTime.preview.changes', { count: preview().changed }) : t('workingTime.preview.none') }}
      @if (preview().promised) {<strong>{{ t('workingTime.preview.promised', { count: preview().promised }) }}</strong>}
      @if (preview().skipped) {<span>{{ t('workingTime.preview.skipped', { count: preview().skipped }) }}</span>}
    </p>
    @if (crowded(); as days) { <p class="crowded t-small"><mat-icon svgIcon="warning" aria-hidden="true" />{{ days }}</p> }
    @if (preview().items.length) {
      <div class="t-table-scroll">
        <table class="t-table">
          <caption class="t-hidden">{{ t('workingTime.preview.title') }}</caption>
          <thead>
            <tr>
              <th scope="col">{{ t('workingTime.preview.contact') }}</th>
              <th scope="col">{{ t('workingTime.preview.from') }}</th>
              <th scope="col">{{ t('workingTime.preview.to') }}</th>
              <th scope="col"><span class="t-hidden">{{ t('common.more') }}</span></th>
            </tr>
          </thead>
          <tbody>
            @for (item of preview().items; track item.touchpointId) {
              <tr>
                <td><strong>{{ item.customerName }}</strong>@if (item.purpose) {<span class="t-muted"> · {{ item.purpose }}</span>}</td>
                <td class="t-tabular">{{ when(item.fromOn, item.fromAt) }}</td>
                <td class="t-tabular">
                  {{ item.isSkipped ? t('workingTime.preview.stays') : when(item.toOn, item.toAt) }}@if (isHanded(item)) {<span> · {{ item.toOwnerName }}</span>}
                  @for (conflict of item.conflicts; track conflict) {
                    <t-chip [tone]="conflict === 'promised' || conflict === 'no_access' ? 'danger' : 'warning'">{{ t('workingTime.conflicts.' + conflict) }}</t-chip>
                  }
                </td>
                <td>@if (!item.isSkipped) {<button class="leave" type="button" [attr.aria-label]="t('workingTime.preview.leaveOne', { name: item.customerName })" (click)="leave(item)">{{ t('workingTime.preview.leave') }}</button>}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
    @if (isCut()) {
      <p class="t-small t-muted">{{ t('workingTime.preview.more', { count: preview().total - preview().items.length }) }}</p>
    }
    @if (leftOut().length) {
      <p class="t-small">{{ t('workingTime.preview.left', { count: leftOut().length }) }} <button class="leave" type="button" (click)="leftOutChange.emit([])">{{ t('workingTime.preview.leaveNone') }}</button></p>
    }
  `,
  styles: `
    t-chip { margin-inline-start: var(--t-1); }
    .crowded { display: flex; align-items: center; gap: var(--t-2); padding: var(--t-2); border-radius: var(--t-radius); background: var(--t-warning-soft); color: var(--t-on-warning-soft); }
    .leave { white-space: nowrap; min-height: var(--t-touch); border: 0; background: none; color: var(--mat-sys-primary); font: inherit; cursor: pointer; }
    .leave:hover { text-decoration: underline; }
    strong + span, p strong, p span { margin-inline-start: var(--t-1); }
  `,
})
export class Preview {
  /** What the server answered. */
  readonly preview = input.required<View<'ReschedulePreview'>>();

  /** Identifiers of touchpoints that stay as they are. */
  readonly leftOut = input<readonly string[]>([]);

  /** The person chose others to stay. */
  readonly leftOutChange = output<readonly string[]>();

  protected readonly t = inject(I18n).t;
  private readonly format = inject(Format);
  protected readonly isCut = computed(() => this.preview().total > this.preview().items.length);

  /** The days that get too full, in a line. */
  protected readonly crowded = computed(() => {
    const { crowded } = this.preview();
    const [first] = crowded;
    if (!first) return '';
    const days = crowded.slice(0, SHOWN_DAYS).map(({ on, count }) => `${this.format.day(on)} (${this.format.number(count)})`);
    return this.t('workingTime.preview.crowded', { fits: first.fits, days: days.join(', ') + (crowded.length > SHOWN_DAYS ? ' …' : '') });
  });

  protected when(on: string, at: string | null): string {
    return at ? this.format.instant(at) : this.format.day(on);
  }

  protected isHanded({ isSkipped, fromOn, toOn, fromAt, toAt }: Item): boolean {
    return !isSkipped && ((fromOn === toOn && fromAt === toAt) || this.preview().items.some((item) => item.fromOn === item.toOn && item.fromAt === item.toAt));
  }

  protected leave({ touchpointId }: Item): void {
    this.leftOutChange.emit([...this.leftOut(), touchpointId]);
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { Api, Problem, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Format, addDays } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { Sheet } from '../../ui/sheet';
import { State } from '../../ui/state';
import { Scope, queryOf } from './coverage.rules';

/** What closes the sheet: the touchpoints that are to go to others. */
export type CellClosed = readonly string[];

/** The planned contacts behind a number of the heat map; the open ones can be chosen for somebody else. */
@Component({
  selector: 't-cell-sheet',
  imports: [MatButton, MatCheckbox, RouterLink, Sheet, State],
  template: `
    <t-sheet [title]="title">
      <t-state [of]="loaded" [empty]="items().length === 0" [lines]="6">
        <p empty>{{ t('plans.coverage.noContacts') }}</p>
        <p><a routerLink="/schedule" [queryParams]="calendar" (click)="sheet.close()">{{ t('plans.coverage.openSchedule') }}</a></p>
        @if (open().length && session.can('contacts.work')) {
          <mat-checkbox [checked]="chosen().size === open().length" [indeterminate]="chosen().size > 0 && chosen().size < open().length" (change)="chooseAll($event.checked)">{{ t('plans.coverage.chooseOpen', { count: open().length }) }}</mat-checkbox>
        }
        <ul>
          @for (row of items(); track row.touchpointId) {
            <li>
              @if (row.state === 'scheduled' && session.can('contacts.work')) {
                <mat-checkbox [checked]="chosen().has(row.touchpointId)" [aria-label]="row.customerName + ', ' + format.day(row.dueOn)" (change)="choose(row.touchpointId, $event.checked)" />
              }
              <span class="words">
                <a [routerLink]="['/customers', row.customerId]" (click)="sheet.close()">{{ row.customerName }}</a>
                <span class="t-small t-muted">{{ format.day(row.dueOn) }} · {{ t('plans.coverage.states.' + row.state) }}@if (row.purpose) { · {{ row.purpose }}}@if (row.isPromised) { · {{ t('plans.coverage.promised') }}}</span>
              </span>
            </li>
          }
        </ul>
        @if (next() !== null) { <button matButton type="button" [disabled]="isLoading()" (click)="more()">{{ t('plans.progress.more') }}</button> }
      </t-state>
      <ng-container actions>
        <button matButton type="button" (click)="sheet.close()">{{ t('common.close') }}</button>
        @if (chosen().size) { <button matButton="filled" type="button" (click)="sheet.close([...chosen()])">{{ t('plans.coverage.reassignChosen', { count: chosen().size }) }}</button> }
      </ng-container>
    </t-sheet>
  `,
  styles: `
    ul { list-style: none; }
    li { display: flex; align-items: center; gap: var(--t-2); min-height: var(--t-touch); padding: var(--t-1) 0; border-bottom: var(--t-line); }
    .words { display: grid; gap: 2px; min-width: 0; }
    .words a { min-height: 24px; }
  `,
})
export class CellSheet {
  private readonly scope = inject<Scope>(MAT_DIALOG_DATA);
  protected readonly sheet = inject<MatDialogRef<CellSheet, CellClosed>>(MatDialogRef);
  private readonly api = inject(Api);
  private readonly directory = inject(Directory);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  private readonly isDay = addDays(this.scope.from, 1) === this.scope.until;
  protected readonly title = this.isDay
    ? `${this.directory.name(this.scope.ownerId)}, ${this.format.day(this.scope.from)}`
    : this.t('plans.coverage.weekOf', { name: this.directory.name(this.scope.ownerId), day: this.format.day(this.scope.from) });
  /** The same days in the person's calendar. */
  protected readonly calendar = { whose: `person:${this.scope.ownerId ?? ''}`, date: this.scope.from, view: this.isDay ? 'day' : 'week' };
  private readonly pages = signal<readonly View<'CoverageTouchpointsPage'>[]>([]);
  protected readonly isLoading = signal(false);
  private readonly failure = signal<Problem | undefined>(undefined);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly loaded = { value: computed(() => this.pages()[0]), isLoading: this.isLoading.asReadonly(), problem: this.failure.asReadonly(), reload: () => { void this.more(); } };
  protected readonly items = computed(() => this.pages().flatMap(({ items }) => items));
  protected readonly open = computed(() => this.items().filter(({ state }) => state === 'scheduled'));
  protected readonly next = computed(() => this.pages().at(-1)?.next ?? null);

  constructor() {
    void this.more();
  }

  protected choose(id: string, isChosen: boolean): void {
    this.chosen.update((ids) => new Set(isChosen ? [...ids, id] : [...ids].filter((other) => other !== id)));
  }

  protected chooseAll(isChosen: boolean): void {
    this.chosen.set(new Set(isChosen ? this.open().map(({ touchpointId }) => touchpointId) : []));
  }

  protected async more(): Promise<void> {
    const after = this.next();
    this.isLoading.set(true);
    this.failure.set(undefined);
    try {
      const page = await this.api.get('/api/coverage/touchpoints', { query: { ...queryOf(this.scope), ...(after === null ? {} : { after }) } });
      this.pages.update((pages) => [...pages, page]);
    } catch (error) {
      this.failure.set(Problem.from(error));
    } finally {
      this.isLoading.set(false);
    }
  }
}

import { Component, ElementRef, afterRenderEffect, computed, inject, input, output, signal } from '@angular/core';
import { BreakpointObserver } from '@angular/cdk/layout';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';
import { View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Format, LocalDate } from '../../core/format';
import { I18n } from '../../core/i18n';
import { fullnessOf, movedBy } from './coverage.rules';

/** A cell that was opened. */
export interface OpenedCell { readonly personId: string; readonly column: LocalDate }

const WIDE = '(min-width: 840px)';

/** People × weeks or days as a table whose cells are coloured by load against what fits; on a phone a table for each person. Arrow keys move, Enter opens. */
@Component({
  selector: 't-heat-map',
  templateUrl: './heat-map.html',
  styleUrl: './heat-map.scss',
})
export class HeatMap {
  /** What to show. */
  readonly of = input.required<View<'HeatMapView'>>();

  /** A cell was opened. */
  readonly opened = output<OpenedCell>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly isWide = toSignal(inject(BreakpointObserver).observe(WIDE).pipe(map(({ matches }) => matches)), { initialValue: false });
  protected readonly focus = signal<readonly [number, number]>([0, 0]);

  protected readonly columns = computed(() => this.of().columns.map((day) => ({ day, label: this.format.day(day) })));
  protected readonly people = computed(() => this.of().people.map(({ personId, isActive, cells }) => {
    const name = this.directory.name(personId);
    return { personId, name, isActive, over: cells.filter((cell) => fullnessOf(cell) === 'over').length, sums: this.sumsOf(cells), cells: cells.map((cell, at) => this.cellOf(cell, at)) };
  }));
  /** The column of today; undefined when the period is over or has not begun. */
  protected readonly now = computed(() => this.columns().find(({ day }, at) => day <= this.of().asOf && (this.columns()[at + 1]?.day ?? '') > this.of().asOf)?.day);
  protected readonly figures = ['planned', 'kept', 'missed', 'open', 'other', 'capacity'] as const;

  constructor() {
    afterRenderEffect(() => {
      if (!this.now() || !this.isWide()) return;
      const [head, box] = ['[data-now]', '.t-table-scroll'].map((what) => this.element.nativeElement.querySelector<HTMLElement>(what));
      if (head && box && box.scrollWidth > box.clientWidth) box.scrollLeft = head.offsetLeft - box.clientWidth / 2;
    });
  }

  protected moved(event: KeyboardEvent): void {
    const next = movedBy(event.key, this.focus(), [this.people().length, this.columns().length]);
    if (!next) return;
    event.preventDefault();
    this.focus.set(next);
    this.element.nativeElement.querySelector<HTMLElement>(`[data-cell="${next.join('-')}"]`)?.focus();
  }

  protected hasFocus(row: number, column: number): boolean {
    const [at, over] = this.focus();
    return row === Math.min(at, this.people().length - 1) && column === Math.min(over, this.columns().length - 1);
  }

  protected open(personId: string, column: LocalDate, at: readonly [number, number] = [0, 0]): void {
    this.focus.set(at);
    this.opened.emit({ personId, column });
  }

  private sumsOf(cells: readonly View<'CoverageCellView'>[]): string {
    const sum = (key: 'planned' | 'kept' | 'missed' | 'open'): string => this.format.number(cells.reduce((all, cell) => all + cell[key], 0));
    return this.t('plans.coverage.summary', { planned: sum('planned'), kept: sum('kept'), missed: sum('missed'), open: sum('open') });
  }

  private cellOf(cell: View<'CoverageCellView'>, at: number) {
    const fullness = fullnessOf(cell);
    const words = this.t(fullness === 'over' ? 'plans.coverage.cellOver' : 'plans.coverage.cell', { when: this.columns()[at]?.label ?? '', ...cell });
    return { ...cell, column: this.of().columns[at] ?? '', label: this.columns()[at]?.label ?? '', fullness, load: cell.planned + cell.other, words };
  }
}

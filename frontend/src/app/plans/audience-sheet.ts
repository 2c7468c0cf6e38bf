import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormControl } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { Api, View } from '../core/api';
import { Directory } from '../core/directory';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Vocabulary } from '../core/vocabulary';
import { Choice, Find, LookupField } from '../ui/lookup-field';
import { Sheet } from '../ui/sheet';
import { State } from '../ui/state';

/** A plan and the item whose audience is looked at. */
export interface AudienceStart { plan: View<'PlanView'>; item: View<'PlanItemView'> }

const SHOWN = 50;
const OFFERED = 8;

/** Whom an item is for: the first customers; once it is frozen also who has joined and left the segment since, and customers are taken in and out by hand. */
@Component({
  selector: 't-audience-sheet',
  imports: [LookupField, MatButton, RouterLink, Sheet, State],
  templateUrl: './audience-sheet.html',
  styleUrl: './audience-sheet.scss',
})
export class AudienceSheet {
  protected readonly start = inject<AudienceStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly path = { id: this.start.plan.id, itemId: this.start.item.id };
  protected readonly dialog = inject<MatDialogRef<AudienceSheet>>(MatDialogRef);
  protected readonly directory = inject(Directory);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly isBusy = signal(false);
  protected readonly wanted = new FormControl<Choice | null>(null);

  protected readonly audience = this.api.resource('/api/plans/{id}/items/{itemId}/audience', () => ({ path: this.path, query: { limit: SHOWN } }), { followWrites: true });
  protected readonly changes = this.api.resource('/api/plans/{id}/items/{itemId}/audience/changes', () => (this.audience.value()?.isFrozen ? { path: this.path } : undefined), { followWrites: true });
  protected readonly canChange = computed(() => this.audience.value()?.isFrozen === true && this.start.plan.allowed.includes('close'));
  protected readonly groups = computed(() => {
    const found = this.changes.value();
    if (!found) return [];
    return [
      { key: 'joined' as const, count: found.joinedCount, rows: found.joined }, { key: 'left' as const, count: found.leftCount, rows: found.left },
    ].filter(({ count }) => count > 0);
  });

  constructor() {
    this.wanted.valueChanges.pipe(takeUntilDestroyed()).subscribe((one) => { if (one) void this.take('joined', [one]).finally(() => { this.wanted.setValue(null); }); });
  }

  protected readonly find: Find = async (q) => {
    if (!q) return [];
    const { items } = await this.api.get('/api/search', { query: { q, limit: OFFERED } });
    return items.map(({ id, name, detail }) => ({ id, label: name, ...(detail ? { detail } : {}) }));
  };

  protected async take(key: 'joined' | 'left', rows: readonly { id: string }[]): Promise<void> {
    const ids = rows.map(({ id }) => id);
    const change = (body: object): Promise<View<'AudienceView'>> => this.api.patch('/api/plans/{id}/items/{itemId}/audience', { path: this.path, body });
    const before = this.audience.value()?.count;
    this.isBusy.set(true);
    try {
      const { count } = await change(key === 'joined' ? { add: ids } : { remove: ids });
      // Taking back what changed nothing would take somebody out who was there before.
      if (count === before) void this.notices.say(this.t(`plans.audience.same_${key}`));
      else void this.notices.offerUndo(this.t(`plans.audience.took_${key}`, { count: ids.length }), () => change(key === 'joined' ? { remove: ids } : { add: ids }));
    } catch (error) {
      void this.notices.sayProblem(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}

import { Injectable, computed, inject } from '@angular/core';
import { Api, View } from '../../core/api';

/** A saved view of the customers. */
export type SavedView = View<'SegmentView'>;

/** The saved views that the person may use, read once and again after each write. */
@Injectable({ providedIn: 'root' })
export class SavedViews {
  private readonly api = inject(Api);

  /** The read itself, for its state. */
  readonly read = this.api.resource('/api/segments', () => ({}), { followWrites: true });

  /** Every view: the person's own first. */
  readonly all = computed<readonly SavedView[]>(() => this.read.value()?.items ?? []);

  /** Lists that the person may fill. */
  readonly lists = computed(() => this.all().filter(({ kind, isMine }) => kind === 'list' && isMine));

  /** The view that the list opens with; null for all customers. */
  readonly first = computed(() => this.all().find(({ isDefault }) => isDefault) ?? null);

  /** The view with that identifier. */
  find(id: string): SavedView | undefined {
    return this.all().find((view) => view.id === id);
  }
}

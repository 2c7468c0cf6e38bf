import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { ActivatedRoute } from '@angular/router';
import { Api, View } from '../../core/api';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { Sheets } from '../../ui/sheets';
import { Filters, ListState, Sort, filterOf, noFilters, stateOf } from '../list/filters.rules';
import { SavedView, SavedViews } from './saved-views';

const USUAL_SORT = '-lastContact';
const isSame = (one: object, other: object): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (of: object): [string, unknown][] => Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));

/** Picks, saves, changes and deletes views of the list: the address always says what is shown, the view is its name. */
@Component({
  selector: 't-views-menu',
  imports: [MatIcon, MatMenuModule],
  templateUrl: './views-menu.html',
  styleUrl: './views-menu.scss',
})
export class ViewsMenu {
  /** The list's part of the address. */
  readonly state = input.required<ListState>();

  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly notices = inject(Notices);
  private readonly wasPlain = inject(ActivatedRoute).snapshot.queryParamMap.keys.length === 0;
  protected readonly views = inject(SavedViews);
  protected readonly t = inject(I18n).t;

  protected readonly now = computed<Filters>(() => this.state().now());
  protected readonly current = computed(() => this.views.find(this.now().view));
  protected readonly mine = computed(() => this.views.all().filter(({ isMine }) => isMine));
  protected readonly shared = computed(() => this.views.all().filter(({ isMine }) => !isMine));
  protected readonly isChanged = computed(() => { const view = this.current(); return view !== undefined && (!isSame(filterOf(this.now()), this.filterIn(view)) || this.now().sort !== (view.sort ?? USUAL_SORT)); });
  private hasOpened = false;

  constructor() {
    // A list that opens without filters opens with the person's own first view; an address that names a view alone means its filters.
    effect(() => {
      const [first, current] = [this.views.first(), this.current()];
      if (this.hasOpened || this.views.read.value() === undefined) return;
      this.hasOpened = true;
      untracked(() => {
        if (this.wasPlain && first) this.pick(first, true);
        else if (current && this.state().changes() === 1) this.pick(current, true);
      });
    });
  }

  protected pick(view: SavedView | null, isReplacing = false): void {
    const filters = view === null ? noFilters() : view.kind === 'filter' ? stateOf(view.filter) : { ...noFilters(), list: view.id };
    this.state().set({ ...filters, view: view?.id ?? '', sort: view?.sort ?? USUAL_SORT }, { isReplacing });
  }

  protected async save(): Promise<void> {
    const made = await this.open({ filter: filterOf(this.now()), sort: this.now().sort as Sort });
    if (made) this.state().set({ view: made.id }, { isReplacing: true });
  }

  protected edit(view: SavedView): void {
    void this.open({ view });
  }

  protected async sample(view: SavedView): Promise<void> {
    const drawn = await this.sheets.open<SavedView>(() => import('./sample-sheet').then((m) => m.SampleSheet), { data: view });
    if (drawn) this.pick(drawn);
  }

  protected async update(view: SavedView): Promise<void> {
    const body = { sort: this.now().sort as Sort, ...(view.kind === 'filter' ? { filter: filterOf(this.now()) } : {}) };
    await this.doing(() => this.api.patch('/api/segments/{id}', { path: { id: view.id }, body, version: view.version }), this.t('customers.views.saved', { name: view.name }));
  }

  protected async makeFirst(segmentId: string | null): Promise<void> {
    await this.doing(() => this.api.put('/api/segments/default', { body: { segmentId } }), this.t('common.saved'));
  }

  protected async remove(view: SavedView): Promise<void> {
    try {
      await this.api.post('/api/segments/{id}/deletion', { path: { id: view.id } });
      this.state().set({ view: '' }, { isReplacing: true });
      await this.notices.offerUndo(this.t('customers.views.removed', { name: view.name }), () => this.api.delete('/api/segments/{id}/deletion', { path: { id: view.id } }));
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }

  private filterIn(view: SavedView): View<'CustomerFilter'> {
    return view.kind === 'filter' ? filterOf({ ...this.now(), ...stateOf(view.filter) }) : { segmentId: view.id };
  }

  private open(data: object): Promise<SavedView | undefined> {
    return this.sheets.open<SavedView>(() => import('./view-sheet').then((m) => m.ViewSheet), { data });
  }

  private async doing(work: () => Promise<unknown>, said: string): Promise<void> {
    try {
      await work();
      void this.notices.say(said);
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }
}

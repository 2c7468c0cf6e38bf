import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Directory } from '../../core/directory';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { Filter } from '../../ui/filter';
import { Period, PeriodFilter } from '../../ui/period-filter';
import { SavedViews } from '../views/saved-views';
import { Contacted, ContactedFilter } from './contacted-filter';
import { ContactCount, CountFilter } from './count-filter';
import { FieldFilter } from './field-filter';
import { FieldCondition, Filters, ListState, conditionsIn, countFilters, noFilters, withCondition } from './filters.rules';
import { ImportFilter } from './import-filter';
import { SuggestFilter } from './suggest-filter';
import { TextFilter } from './text-filter';

const NEXT = ['overdue', 'today', 'week', 'none', 'any'] as const;
const CONTACT_KINDS = ['advertising', 'public_relations', 'personal', 'meeting', 'commissioned', 'medium', 'alliance', 'random'] as const;
const LONGEST_DAYS = 36_500;

/** The filters of the list of customers: five that are always there, and all others behind "more". */
@Component({
  selector: 't-list-filters',
  imports: [ContactedFilter, CountFilter, FieldFilter, Filter, ImportFilter, MatButton, MatIcon, PeriodFilter, SuggestFilter, TextFilter],
  templateUrl: './list-filters.html',
  styleUrl: './list-filters.scss',
})
export class ListFilters {
  /** The list's part of the address. */
  readonly state = input.required<ListState>();

  private readonly directory = inject(Directory);
  private readonly views = inject(SavedViews);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly t = inject(I18n).t;
  protected readonly now = computed<Filters>(() => this.state().now());
  protected readonly count = computed(() => countFilters(this.now()));
  protected readonly conditions = computed(() => conditionsIn(this.now().fields));
  // A list that opens with such a filter shows it.
  protected readonly isMoreOpen = linkedSignal<boolean, boolean>({ source: () => this.count().more > 0, computation: (isOn, before) => isOn || (before?.value ?? false) });

  protected readonly stages = computed(() => this.vocabulary.every('stages').filter(({ id, isArchived }) => !isArchived || this.now().stage.includes(id)).map(({ id }) => ({ value: id, label: this.vocabulary.name(id) })));
  protected readonly tiers = computed(() => this.vocabulary.every('tiers').filter(({ id, isArchived }) => !isArchived || this.now().tier.includes(id)).map(({ id }) => ({ value: id, label: this.vocabulary.name(id) })));
  protected readonly owners = computed(() => {
    const here = this.directory.active().map(({ id }) => id);
    const gone = this.directory.people().filter(({ id }) => !here.includes(id));
    return [...this.directory.active(), ...gone].filter(({ isVisible, id }) => isVisible || this.now().owner.includes(id)).map(({ id, name }) => ({ value: id, label: name }));
  });
  protected readonly ownersOrNobody = computed(() => [{ value: 'none', label: this.t('customers.nobody') }, ...this.owners()]);
  protected readonly teams = computed(() => [{ value: 'none', label: this.t('customers.noTeam') }, ...this.directory.teams().map(({ id, name }) => ({ value: id, label: name }))]);
  protected readonly kinds = computed(() => (['person', 'organisation'] as const).map((value) => ({ value, label: this.t(`customers.kinds.${value}`) })));
  protected readonly served = computed(() => (['no', 'yes'] as const).map((value) => ({ value, label: this.t(`customers.servedOptions.${value}`) })));
  protected readonly next = computed(() => NEXT.map((value) => ({ value, label: this.t(`customers.filters.next.${value}`) })));
  protected readonly archived = computed(() => [{ value: 'true', label: this.t('customers.filters.onlyArchived') }]);
  protected readonly suggested = ([['servedBy', 'servedBy'], ['source', 'source'], ['industry', 'industry'], ['region', 'region'], ['tag', 'tags']] as const).map(([name, field]) => ({ name, field }));

  protected readonly channels = computed(() => this.vocabulary.choices('channels').map(({ id }) => ({ value: id, label: this.vocabulary.name(id) })));
  protected readonly contactKinds = computed(() => CONTACT_KINDS.map((value) => ({ value, label: this.t(`contactKinds.${value}`) })));
  protected readonly cadences = computed(() => (['fresh', 'due', 'overdue', 'never_contacted', 'paused', 'none'] as const).map((value) => ({ value, label: this.t(`customers.filters.cadenceOptions.${value}`) })));
  protected readonly reached = computed(() => (['never', 'ever'] as const).map((value) => ({ value, label: this.t(`customers.filters.reachedOptions.${value}`) })));
  protected readonly lists = computed(() => this.views.all().filter(({ kind }) => kind !== 'filter').map(({ id, name }) => ({ value: id, label: name })));

  protected set(change: Contacted | ContactCount): void {
    this.state().set(change);
  }

  protected setList(name: 'source' | 'industry' | 'region' | 'tag' | 'servedBy', values: readonly string[]): void {
    this.state().set({ [name]: values });
  }

  protected setKnown({ from, to }: Period): void {
    this.state().set({ knownFrom: from, knownTo: to });
  }

  protected setConverted({ from, to }: Period): void {
    this.state().set({ convertedFrom: from, convertedTo: to });
  }

  protected setSilent(text: string): void {
    const days = Math.trunc(Number(text));
    this.state().set({ silent: days >= 1 ? Math.min(days, LONGEST_DAYS) : 0 });
  }

  protected setField(key: string, condition: FieldCondition | undefined): void {
    this.state().set({ fields: withCondition(this.now().fields, key, condition) });
  }

  protected clear(): void {
    this.state().set(noFilters());
  }
}

import { Component, computed, effect, inject, input, linkedSignal, output, resource, untracked } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api } from '../../core/api';
import { Clock } from '../../core/clock';
import { Format, LocalDate, addDays, weekdayOf } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { Vocabulary } from '../../core/vocabulary';
import { Chip } from '../../ui/chip';
import type { Choice, Find } from '../../ui/lookup-field';
import type { LogForm } from '../log-form';
import { dayOf, readLine } from './quick-line.rules';

const PAUSE_MS = 150;
const MOST_CANDIDATES = 4;
const DAYS_KNOWN = 400;

/** One line that fills the log form as it is typed; what was understood stands below it, and in the form, to be confirmed. */
@Component({
  selector: 't-quick-line',
  imports: [Chip, MatFormFieldModule, MatInput],
  templateUrl: './quick-line.html',
  styleUrl: './quick-line.scss',
})
export class QuickLine {
  /** The log form that the line fills. */
  readonly form = input.required<LogForm>();

  /** Whether the sheet was opened for a customer, whom the line then does not name. */
  readonly isCustomerGiven = input.required<boolean>();

  /** Finds customers. */
  readonly find = input.required<Find>();

  /** What the line starts with. */
  readonly start = input('');

  /** The line is about another customer than the form was so far. */
  readonly turned = output();

  /** Enter was pressed and everything that the line says is in the form. */
  readonly sent = output();

  private readonly vocabulary = inject(Vocabulary);
  private readonly clock = inject(Clock);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly line = linkedSignal(() => this.start());

  private readonly said = computed(() => {
    const words = { channels: this.vocabulary.choices('channels'), dispositions: this.vocabulary.choices('dispositions'), locale: this.format.locale(), today: this.clock.today() };
    return readLine(this.line(), words, this.isCustomerGiven());
  });

  private readonly person = inject(Session).person;
  private readonly calendar = inject(Api).resource('/api/calendar', () => {
    const [from, personId] = [this.clock.today(), this.person()?.id];
    return this.line() ? { query: { from, until: addDays(from, DAYS_KNOWN), ...(personId ? { personId } : {}) } } : undefined;
  });
  private readonly isWorked = computed(() => {
    const { week, days } = this.calendar.value() ?? { week: { workingWeekdays: [1, 2, 3, 4, 5] }, days: [] };
    const exceptions = new Map(days.map(({ day, kind }) => [day, kind === 'working']));
    return (date: LocalDate): boolean => exceptions.get(date) ?? week.workingWeekdays.includes(weekdayOf(date));
  });
  protected readonly due = computed(() => { const { day } = this.said(); return day ? dayOf(day, this.clock.today(), this.isWorked()) : null; });

  private readonly found = resource({
    params: () => this.said().customer,
    loader: async ({ params: text, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      return abortSignal.aborted ? [] : (await this.find()(text, abortSignal)).slice(0, MOST_CANDIDATES);
    },
  });
  protected readonly candidates = linkedSignal<readonly Choice[] | undefined, readonly Choice[]>({
    source: () => (this.said().customer === undefined ? [] : this.found.hasValue() ? this.found.value() : undefined),
    computation: (found, before) => found ?? before?.value ?? [],
  });
  protected readonly customer = linkedSignal(() => this.candidates()[0] ?? null);
  protected readonly isUnknown = computed(() => this.said().customer !== undefined && this.found.hasValue() && this.candidates().length === 0);

  protected readonly parts = computed(() => {
    const { channelId, dispositionId, time, isPromised, isCadence, text } = this.said();
    const due = this.due();
    const when = due ? [this.format.day(due, 'weekday'), time].filter(Boolean).join(' ') : '';
    return [
      channelId ? this.vocabulary.name(channelId) : '', dispositionId ? this.vocabulary.name(dispositionId) : '', text ? `“${text}”` : '',
      when && `→ ${when}`, isPromised ? this.t('log.nextStep.promised') : '', isCadence ? this.t('log.nextStep.cadence') : '',
    ].filter(Boolean);
  });

  constructor() {
    effect(() => {
      const [said, due, customer, isUnknown] = [this.said(), this.due(), this.customer(), this.isUnknown()];
      untracked(() => {
        if (customer || isUnknown) this.turnTo(customer);
        this.fill(said, due);
      });
    });
  }

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.line.set(event.target.value);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    for (let waited = 0; this.isWaiting() && waited < 5_000; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
    this.sent.emit();
  }

  private isWaiting(): boolean {
    return this.found.isLoading() || this.calendar.isLoading();
  }

  /** Whom the line names is whom the form is about; nobody where it names somebody unknown. */
  private turnTo(customer: Choice | null): void {
    const { customer: control } = this.form().controls;
    if (customer?.id === control.value?.id) return;
    if (control.value) this.turned.emit();
    control.markAsDirty();
    control.setValue(customer);
  }

  /** Puts what the line says into the form; what it does not name stays as it is. */
  private fill({ channelId, dispositionId, text, time, isPromised, isCadence }: ReturnType<typeof readLine>, due: LocalDate | null): void {
    const form = this.form();
    const { nextStep } = form.controls;
    const put = <T>(control: { value: T; setValue(value: T): void; markAsDirty(): void }, value: T | undefined): void => {
      if (value === undefined || control.value === value) return;
      control.markAsDirty();
      control.setValue(value);
    };
    put(form.controls.channelId, channelId);
    put(form.controls.dispositionId, dispositionId);
    put(form.controls.text, text);
    if (!due && !isCadence) return;
    nextStep.markAsDirty();
    nextStep.patchValue(due ? { kind: 'touchpoint', dueOn: due, dueTime: time ?? null, isPromised: isPromised ?? false } : { kind: 'cadence', dueOn: null, dueTime: null });
  }
}

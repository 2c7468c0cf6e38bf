import { Component, DestroyRef, computed, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { startWith } from 'rxjs';
import { Api, Problem, View } from '../../core/api';
import { Clock } from '../../core/clock';
import { Drafts } from '../../core/drafts';
import { Errors } from '../../core/errors';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { Session } from '../../core/session';
import { Vocabulary } from '../../core/vocabulary';
import { FormFailure } from '../../ui/form-failure';
import { Segments } from '../../ui/segments';
import { Sheet } from '../../ui/sheet';
import { Basics } from './basics';
import { Clashes, Taken } from './clashes';
import { ContactPeople } from './contact-people';
import { ContactPoints } from './contact-points';
import { CustomFields } from './custom-fields';
import { Clash, changeOf, clashesOf, creationOf, detailsOf } from './customer-changes.rules';
import { Typed, addFields, customerForm, dropBlankRows, fill, pointForm, typedOf } from './customer-form';
import { Duplicates } from './duplicates';
import { Preferences } from './preferences';

type Customer = View<'CustomerView'>;

/** The customer that is changed; none for a new one. */
export interface CustomerStart { customer?: Customer }

/** What was typed, and what it was typed over. */
interface Kept { typed: Typed; base?: Typed; version?: number }

const PREFERENCES = ['formOfAddress', 'preferredChannelId', 'preferredFrom', 'preferredUntil', 'quietFrom', 'quietUntil', 'timeZone', 'doNotContact'] as const;

/** Creates or changes a customer; when somebody else was faster, both versions are compared field by field and nothing typed is lost. */
@Component({
  selector: 't-customer-sheet',
  imports: [Basics, Clashes, ContactPeople, ContactPoints, CustomFields, Duplicates, FormFailure, MatButton, MatFormFieldModule, MatInput, Preferences, ReactiveFormsModule, Segments, Sheet],
  templateUrl: './customer-sheet.html',
  styleUrl: './customer-sheet.scss',
})
export class CustomerSheet {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly clock = inject(Clock);
  private readonly dialog = inject<MatDialogRef<CustomerSheet, Customer>>(MatDialogRef);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly customer = inject<CustomerStart>(MAT_DIALOG_DATA).customer;
  protected readonly isNew = this.customer === undefined;

  protected readonly form = customerForm();
  protected readonly submission = submission(this.form);
  private readonly draft = inject(Drafts).open<Kept>(this.customer ? `customer/${this.customer.id}` : 'customer/new');
  private base: Typed = this.customer ? typedOf(this.customer) : this.form.getRawValue();
  private version = this.customer?.version;
  private readonly typed = toSignal(this.form.valueChanges.pipe(startWith(null)));
  protected readonly isRestored = signal(this.draft.restored?.typed !== undefined);
  protected readonly clashes = signal<readonly Clash[]>([]);
  protected readonly decided = signal<Readonly<Record<string, 'mine' | 'theirs'>>>({});
  private sides: { mine: Typed; theirs: Typed } | undefined;

  protected readonly kinds = computed(() => (['organisation', 'person'] as const).map((value) => ({ value, label: this.t(`customers.kinds.${value}`) })));
  protected readonly arePreferencesOpen = computed(() => { this.typed(); return PREFERENCES.some((name) => { const { value, invalid, touched } = this.form.controls[name]; return Boolean(value?.length) || (invalid && touched); }); });
  protected readonly knownBy = computed(() => {
    this.typed();
    const { name, contactPoints, contactPeople } = this.form.getRawValue();
    const all = [...contactPoints, ...contactPeople.flatMap((person) => person.contactPoints)];
    const of = (kind: string): string[] => all.filter((point) => point.kind === kind && point.value.trim()).map(({ value }) => value.trim());
    return { name: name.trim() === this.customer?.name ? '' : name, phones: of('phone'), emails: of('email') };
  });

  constructor() {
    this.begin();
    // The vocabulary may come after the sheet.
    effect(() => { if (this.vocabulary.isReady()) untracked(() => { this.useVocabulary(); }); });
    const keep = (): void => { if (this.form.dirty) this.draft.save({ typed: this.form.getRawValue(), ...(this.customer ? { base: this.base, version: this.version ?? 0 } : {}) }); };
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(keep);
    addEventListener('pagehide', keep);
    inject(DestroyRef).onDestroy(() => { removeEventListener('pagehide', keep); });
  }

  protected save(): Promise<void> {
    dropBlankRows(this.form);
    const { contactPoints } = this.form.controls;
    // Who has to go on typing finds the row for the number where it was.
    if (this.isNew && this.form.invalid && contactPoints.length === 0) contactPoints.push(pointForm());
    return this.submission.run(() => (this.customer ? this.change(this.customer.id) : this.create()));
  }

  protected take({ name, side }: Taken): void {
    this.decided.update((all) => ({ ...all, [name]: side }));
    const from = this.sides?.[side];
    if (!from) return;
    const key = name.startsWith('fields.') ? 'fields' : (name as keyof Typed);
    fill(this.form, key === 'fields' ? { fields: { [name.slice('fields.'.length)]: from.fields[name.slice('fields.'.length)] ?? null } } : { [key]: from[key] });
    this.form.markAsDirty();
  }

  protected discard(): void {
    this.draft.clear();
    this.isRestored.set(false);
    this.clashes.set([]);
    [this.base, this.version] = [this.customer ? typedOf(this.customer) : customerForm().getRawValue(), this.customer?.version];
    this.form.reset(undefined, { emitEvent: false });
    this.begin(false);
    if (this.vocabulary.isReady()) this.useVocabulary();
  }

  private begin(isDraftWelcome = true): void {
    const kept = isDraftWelcome ? this.draft.restored : undefined;
    const { id, name } = this.session.person() ?? { id: '', name: '' };
    if (this.isNew) fill(this.form, { ownerId: id ? { id, label: name } : null, knownSinceOn: this.clock.today(), contactPoints: [pointForm().getRawValue()], contactPeople: [], fields: {} });
    else fill(this.form, this.base);
    if (!kept?.typed) return;
    if (kept.base) [this.base, this.version] = [kept.base, kept.version];
    fill(this.form, kept.typed);
    this.form.markAsDirty();
    // Typed over a version that is no more.
    if (this.customer && this.version !== this.customer.version) this.compareWith(this.customer);
  }

  private useVocabulary(): void {
    addFields(this.form, this.vocabulary.choices('fields'));
    if (!this.isNew) return;
    const { tierId, stageId } = this.form.controls;
    if (!tierId.value) tierId.setValue(this.vocabulary.choices('tiers').at(-1)?.id ?? '');
    if (!stageId.value) stageId.setValue(this.vocabulary.choices('stages').find(({ kind }) => kind === 'open')?.id ?? '');
  }

  private async create(): Promise<void> {
    const made = await this.api.post('/api/customers', { body: creationOf(this.form.getRawValue()), idempotencyKey: this.draft.idempotencyKey });
    this.close(made);
    await this.router.navigate(['/customers', made.id]);
    void this.notices.offerUndo(this.t('customers.created', { name: made.name }), () => this.api.post('/api/customers/{id}/archival', { path: { id: made.id } }));
  }

  private async change(id: string): Promise<void> {
    const body = changeOf(detailsOf(this.base), detailsOf(this.form.getRawValue()));
    if (Object.keys(body).length === 0) {
      this.close(this.customer);
      return;
    }
    try {
      const changed = await this.api.patch('/api/customers/{id}', { path: { id }, body, version: this.version ?? 0 });
      this.close(changed);
      void this.notices.say(this.t('common.saved'));
    } catch (error) {
      if (Problem.from(error).code === 'changed_meanwhile') this.compareWith(await this.api.get('/api/customers/{id}', { path: { id } }));
      throw error;
    }
  }

  /** Shows what somebody else changed; what the person did not touch follows it, what both changed stays as typed until decided. */
  private compareWith(now: Customer): void {
    const [mine, theirs] = [this.form.getRawValue(), typedOf(now)];
    const clashes = clashesOf(detailsOf(this.base), detailsOf(mine), detailsOf(theirs));
    this.sides = { mine, theirs };
    [this.base, this.version] = [theirs, now.version];
    this.clashes.set(clashes);
    this.decided.set({});
    for (const { name, isOurs } of clashes) if (!isOurs) this.take({ name, side: 'theirs' });
  }

  private close(customer: Customer | undefined): void {
    this.draft.clear();
    this.form.markAsPristine();
    this.dialog.close(customer);
  }
}

import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';
import { View } from '../core/api';
import { Format, linkOf } from '../core/format';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { Vocabulary } from '../core/vocabulary';
import { Chip } from '../ui/chip';
import { CadenceCard } from './cadences/cadence-card';
import { FieldTexts } from './field-texts';
import { CustomerIncentives } from './incentives/customer-incentives';
import { Merges } from './merging/merges';
import { OpenTouchpoints } from './open-touchpoints';

/** The side of a customer's page: how to reach them, what is planned, what they prefer, and all other fields. */
@Component({
  selector: 't-customer-side',
  imports: [CadenceCard, Chip, CustomerIncentives, Merges, OpenTouchpoints],
  templateUrl: './customer-side.html',
  styleUrl: './customer-side.scss',
})
export class CustomerSide {
  /** The customer. */
  readonly customer = input.required<View<'CustomerView'>>();

  private readonly fieldTexts = inject(FieldTexts);
  protected readonly session = inject(Session);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly isWide = toSignal(inject(BreakpointObserver).observe('(min-width: 1080px)').pipe(map(({ matches }) => matches)), { initialValue: false });

  protected readonly people = computed(() => {
    const { contactPoints, contactPeople } = this.customer();
    const own = contactPoints.length ? [{ id: 'own', name: '', title: null, formOfAddress: null, contactPoints }] : [];
    return [...own, ...contactPeople];
  });
  protected readonly facts = computed(() => {
    const { source, industry, region, servedBy, knownSinceOn, convertedAt, externalId } = this.customer();
    const known = [['source', source], ['industry', industry], ['region', region], ['servedBy', servedBy], ['knownSince', this.format.day(knownSinceOn)], ['converted', convertedAt ? this.format.day(this.format.dayOf(convertedAt)) : null], ['externalId', externalId]] as const;
    return [...known.filter(([, value]) => value).map(([key, value]) => ({ label: this.t(`customers.fields.${key}`), value: value ?? '' })), ...this.customFacts()];
  });
  protected readonly preferences = computed(() => {
    const { formOfAddress, preferredChannelId, preferredFrom, preferredUntil, quietFrom, quietUntil, timeZone, doNotContact } = this.customer();
    const hours = (from: string | null, until: string | null): string | null => (from && until ? `${from}–${until}` : null);
    const known = [
      ['formOfAddress', formOfAddress], ['preferredChannel', preferredChannelId && this.vocabulary.name(preferredChannelId)], ['preferredHours', hours(preferredFrom, preferredUntil)],
      ['quietHours', hours(quietFrom, quietUntil)], ['timeZone', timeZone], ['doNotContact', doNotContact.map((id) => this.vocabulary.name(id)).join(', ')],
    ] as const;
    return known.filter(([, value]) => value).map(([key, value]) => ({ label: this.t(`customers.fields.${key}`), value: value ?? '' }));
  });

  /** What was granted is read when somebody looks. */
  protected readonly seesIncentives = signal(false);

  protected readonly linkOf = linkOf;

  private customFacts(): { label: string; value: string }[] {
    const { fields } = this.customer();
    return this.vocabulary.every('fields').flatMap((field) => { const value = fields[field.key]; return value === undefined ? [] : [{ label: this.fieldTexts.name(field), value: this.fieldTexts.value(field, value) }]; });
  }
}

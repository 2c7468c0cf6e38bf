import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';
import { View } from '../core/api';
import { Format } from '../core/format';
import { I18n, nameIn } from '../core/i18n';
import { Session } from '../core/session';
import { Vocabulary } from '../core/vocabulary';
import { Chip } from '../ui/chip';
import { OpenTouchpoints } from './open-touchpoints';

/** The side of a customer's page: how to reach them, what is planned, what they prefer, and all other fields. */
@Component({
  selector: 't-customer-side',
  imports: [Chip, OpenTouchpoints],
  templateUrl: './customer-side.html',
  styleUrl: './customer-side.scss',
})
export class CustomerSide {
  /** The customer. */
  readonly customer = input.required<View<'CustomerView'>>();

  private readonly i18n = inject(I18n);
  protected readonly session = inject(Session);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly format = inject(Format);
  protected readonly t = this.i18n.t;
  protected readonly isWide = toSignal(inject(BreakpointObserver).observe('(min-width: 1080px)').pipe(map(({ matches }) => matches)), { initialValue: false });

  protected readonly people = computed(() => {
    const { contactPoints, contactPeople } = this.customer();
    const own = contactPoints.length ? [{ id: 'own', name: '', title: null, formOfAddress: null, contactPoints }] : [];
    return [...own, ...contactPeople];
  });
  protected readonly facts = computed(() => {
    const { source, industry, region, knownSinceOn, convertedAt, externalId } = this.customer();
    const known = [['source', source], ['industry', industry], ['region', region], ['knownSince', this.format.day(knownSinceOn)], ['converted', convertedAt ? this.format.day(this.format.dayOf(convertedAt)) : null], ['externalId', externalId]] as const;
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

  protected linkOf({ kind, value }: View<'ContactPointView'>): string | null {
    return kind === 'phone' ? `tel:${value.replace(/[^\d+]/g, '')}` : kind === 'email' ? `mailto:${value}` : null;
  }

  private customFacts(): { label: string; value: string }[] {
    const { fields } = this.customer();
    const language = this.i18n.language();
    return this.vocabulary.every('fields').filter(({ key }) => fields[key] !== undefined).map(({ key, kind, names, choices }) => {
      const value = fields[key];
      const choice = choices.find((one) => one.key === value);
      const shown = kind === 'boolean' ? this.t(value ? 'common.yes' : 'common.no') : kind === 'choice' && choice ? nameIn(choice.names, language)
        : kind === 'number' ? this.format.number(Number(value), 6) : kind === 'date' ? this.format.day(String(value)) : String(value);
      return { label: nameIn(names, language), value: shown };
    });
  }
}

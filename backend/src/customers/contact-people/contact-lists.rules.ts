import type { FieldError } from '../../kernel/index.ts';
import { type Reachable, searchKeyOf, wrongWith } from './contact-points.rules.ts';

type Validity = 'unknown' | 'ok' | 'suspect' | 'invalid';
type Kind = 'phone' | 'email' | 'wechat' | 'other';

/** A contact point as it is, or is to be, kept. */
export interface KeptPoint {
  readonly id: string;
  readonly contactPersonId: string | null;
  readonly kind: Kind;
  readonly value: string;
  readonly searchKey: string;
  readonly validity: Validity;
  readonly position: number;
}

/** A contact person as it is, or is to be, kept. */
export interface KeptPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly formOfAddress: string | null;
  readonly position: number;
}

/** All people and contact points of a customer; `former` are people it once had. */
export interface ContactLists {
  readonly people: readonly KeptPerson[];
  readonly former: readonly KeptPerson[];
  readonly points: readonly KeptPoint[];
}

interface GivenPoint extends Reachable {
  readonly id?: string;
  readonly kind: Kind;
  readonly validity?: Validity;
}

interface GivenPerson {
  readonly id?: string;
  readonly name: string;
  readonly title?: string | null;
  readonly formOfAddress?: string | null;
  readonly contactPoints?: readonly GivenPoint[];
}

/** What a form gives: whole lists, or nothing where the list stays as it is. */
export interface GivenLists {
  readonly contactPoints?: readonly GivenPoint[];
  readonly contactPeople?: readonly GivenPerson[];
}

/** A customer that has nobody yet. */
export const NOBODY: ContactLists = { people: [], former: [], points: [] };

/** The lists after what a form gave took the place of the current ones, with what is wrong in it beside its field; `newId` makes identifiers. */
export function mergedLists(current: ContactLists, given: GivenLists, newId: () => string): { lists: ContactLists; errors: FieldError[] } {
  return new Merging(current, newId).merge(given);
}

class Merging {
  private readonly errors: FieldError[] = [];
  private readonly used = new Set<string>();

  constructor(
    private readonly current: ContactLists,
    private readonly newId: () => string,
  ) {}

  merge({ contactPoints, contactPeople }: GivenLists): { lists: ContactLists; errors: FieldError[] } {
    const own = contactPoints ? this.points(contactPoints, null, 'contactPoints') : this.pointsOf(null);
    if (!contactPeople) return this.answer(this.current.people, [...own, ...this.current.points.filter(({ contactPersonId }) => contactPersonId !== null)]);
    const people: KeptPerson[] = [];
    const points = [...own];
    for (const [i, person] of contactPeople.entries()) {
      const field = `contactPeople.${i}`;
      const id = this.idOf(person.id, [...this.current.people, ...this.current.former], `${field}.id`);
      people.push({ id, name: person.name, title: person.title ?? null, formOfAddress: person.formOfAddress ?? null, position: i + 1 });
      points.push(...(person.contactPoints ? this.points(person.contactPoints, id, `${field}.contactPoints`) : this.pointsOf(id)));
    }
    return this.answer(people, points);
  }

  private answer(people: readonly KeptPerson[], points: readonly KeptPoint[]): { lists: ContactLists; errors: FieldError[] } {
    const former = [...this.current.people, ...this.current.former].filter(({ id }) => !people.some((person) => person.id === id));
    return { lists: { people, former, points }, errors: this.errors };
  }

  private points(given: readonly GivenPoint[], contactPersonId: string | null, path: string): KeptPoint[] {
    return given.map((point, i) => {
      const field = `${path}.${i}`;
      const wrong = wrongWith(point, `${field}.value`);
      if (wrong) this.errors.push(wrong);
      const id = this.idOf(point.id, this.current.points, `${field}.id`);
      const before = this.current.points.find((kept) => kept.id === id);
      // A new value was never tried, whatever was known of the one before.
      const validity = point.validity ?? (before?.value === point.value ? before.validity : 'unknown');
      return { id, contactPersonId, kind: point.kind, value: point.value, searchKey: searchKeyOf(point), validity, position: i + 1 };
    });
  }

  private pointsOf(personId: string | null): KeptPoint[] {
    return this.current.points.filter(({ contactPersonId }) => contactPersonId === personId);
  }

  private idOf(given: string | undefined, among: readonly { readonly id: string }[], field: string): string {
    if (given === undefined) return this.newId();
    if (!among.some(({ id }) => id === given)) this.errors.push({ field, code: 'unknown' });
    if (this.used.has(given)) this.errors.push({ field, code: 'twice' });
    this.used.add(given);
    return given;
  }
}

import { searchKeyOf, wrongWith } from "./contact-points.rules.js";
/** A customer that has nobody yet. */
export const NOBODY = { people: [], former: [], points: [] };
/** The lists after what a form gave took the place of the current ones, with what is wrong in it beside its field; `newId` makes identifiers. */
export function mergedLists(current, given, newId) {
    return new Merging(current, newId).merge(given);
}
class Merging {
    constructor(current, newId) {
        this.current = current;
        this.newId = newId;
        this.errors = [];
        this.used = new Set();
    }
    merge({ contactPoints, contactPeople }) {
        const own = contactPoints ? this.points(contactPoints, null, 'contactPoints') : this.pointsOf(null);
        if (!contactPeople)
            return this.answer(this.current.people, [...own, ...this.current.points.filter(({ contactPersonId }) => contactPersonId !== null)]);
        const people = [];
        const points = [...own];
        for (const [i, person] of contactPeople.entries()) {
            const field = `contactPeople.${i}`;
            const id = this.idOf(person.id, [...this.current.people, ...this.current.former], `${field}.id`);
            people.push({ id, name: person.name, title: person.title ?? null, formOfAddress: person.formOfAddress ?? null, position: i + 1 });
            points.push(...(person.contactPoints ? this.points(person.contactPoints, id, `${field}.contactPoints`) : this.pointsOf(id)));
        }
        return this.answer(people, points);
    }
    answer(people, points) {
        const former = [...this.current.people, ...this.current.former].filter(({ id }) => !people.some((person) => person.id === id));
        return { lists: { people, former, points }, errors: this.errors };
    }
    points(given, contactPersonId, path) {
        return given.map((point, i) => {
            const field = `${path}.${i}`;
            const wrong = wrongWith(point, `${field}.value`);
            if (wrong)
                this.errors.push(wrong);
            const id = this.idOf(point.id, this.current.points, `${field}.id`);
            const before = this.current.points.find((kept) => kept.id === id);
            // A new value was never tried, whatever was known of the one before.
            const validity = point.validity ?? (before?.value === point.value ? before.validity : 'unknown');
            return { id, contactPersonId, kind: point.kind, value: point.value, searchKey: searchKeyOf(point), validity, position: i + 1 };
        });
    }
    pointsOf(personId) {
        return this.current.points.filter(({ contactPersonId }) => contactPersonId === personId);
    }
    idOf(given, among, field) {
        if (given === undefined)
            return this.newId();
        if (!among.some(({ id }) => id === given))
            this.errors.push({ field, code: 'unknown' });
        if (this.used.has(given))
            this.errors.push({ field, code: 'twice' });
        this.used.add(given);
        return given;
    }
}

import { visibleCustomers } from "../../people/index.js";
/** Conditions of a WHERE clause and the values they refer to, gathered one by one; texts are ours, what people typed is only ever a value. */
export class Conditions {
    constructor() {
        this.values = [];
        this.parts = [];
        /** The number of a new parameter with this value, such as `$3`. */
        this.value = (value) => `$${this.values.push(value)}`;
    }
    /** One more condition. */
    and(sql) {
        this.parts.push(sql);
    }
    /** The data scope of the actor on the customers called `alias`. */
    visible(actor, alias) {
        const { sql, values } = visibleCustomers(actor, alias, this.values.length + 1);
        this.values.push(...values);
        this.parts.push(sql);
        const { all, ownerIds, teamIds } = actor.sees;
        // Says nothing new; but an index that begins with the owner can only be walked by an equality.
        if (!all && teamIds.length === 0 && ownerIds.length === 1)
            this.and(`${alias}.owner_id = ${this.value(ownerIds[0])}::uuid`);
    }
    /** The whole clause; true when there is no condition. */
    get sql() {
        return this.parts.length ? this.parts.join(' AND ') : 'true';
    }
}

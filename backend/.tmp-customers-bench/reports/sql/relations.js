import { NUMBER_CLASS } from "../registry/dimensions.js";
import { conditionsOf, expressionOf } from "./expressions.js";
import { Parameters } from "./parameters.js";
const day = {
    contacts: 'f.occurred_on',
    contacted: 'f.occurred_on',
    known: 'c.known_since_on',
    uncontacted: 'c.known_since_on',
};
/** The rows of a relation in a period, under the scope and the filters of the question. */
export function rowsOf(relation, question, period, by) {
    if (relation === 'cohort')
        return cohortRows(question, period, by);
    if (relation === 'stock')
        return stockRows(question, period, by);
    const parameters = new Parameters();
    const on = day[relation];
    const keys = by.map((dimension) => expressionOf(dimension, on, question, parameters));
    const isContact = relation === 'contacts' || relation === 'contacted';
    // A left join, which PostgreSQL leaves out where neither scope, filter nor dimension asks for the customer; every communication has one.
    const from = isContact ? 'contact_facts f LEFT JOIN customer_facts c ON c.id = f.customer_id' : 'customer_facts c';
    return { parameters, before: '', from, keys, where: [...within(on, period, parameters), ...conditionsOf(question, question.filters, parameters)] };
}
const within = (on, { from, until }, parameters) => [`${on} >= ${parameters.add(from)}::date`, `${on} < ${parameters.add(until)}::date`];
/** Customers there are at the end of the period, not archived by then; s says how their being open changed from then on until now. */
function stockRows(question, { until }, by) {
    const parameters = new Parameters();
    const end = `${parameters.add(until)}::date`;
    const keys = by.map((dimension) => expressionOf(dimension, 'c.known_since_on', question, parameters));
    const from = `customer_facts c LEFT JOIN (SELECT customer_id, sum(open_change) AS later FROM stage_facts WHERE changed_on >= ${end} GROUP BY customer_id) s ON s.customer_id = c.id`;
    const standing = [`c.known_since_on < ${end}`, `(c.archived_on IS NULL OR c.archived_on >= ${end})`];
    return { parameters, before: '', from, keys, where: [...standing, ...conditionsOf(question, question.filters, parameters)] };
}
/** Customers whose origin lies in the period, what became of them by their last day that counts, and their way there. */
function cohortRows(question, period, by) {
    const parameters = new Parameters();
    const isFirst = question.origin === 'first_communication';
    const origin = isFirst ? 'c.first_contact_on' : 'c.known_since_on';
    const isBefore = isFirst ? 'c.converted_at < c.first_contact_at' : 'c.converted_on < c.known_since_on';
    const days = `${parameters.add(question.days)}::int`;
    const isMature = `(${days} IS NULL OR c.origin_on + ${days} < ${parameters.add(question.today)}::date)`;
    const own = by.map((dimension) => (dimension.source === 'journey' ? null : expressionOf(dimension, 'c.origin_on', question, parameters)));
    const columns = own.flatMap((expression, i) => (expression === null ? [] : [`, ${expression} AS k${i}`])).join('');
    // OFFSET 0 has the local days reckoned once for each customer instead of once for each condition.
    const customers = `SELECT c.*, ${origin} AS origin_on FROM customer_facts c WHERE ${conditionsOf(question, question.filters, parameters).join(' AND ')} OFFSET 0`;
    const cohort = `cohort AS (
    SELECT c.id, c.converted_at, c.origin_on + ${days} AS last_on, ${isMature} AS is_mature,
      coalesce(${isBefore}, false) AS is_before, coalesce(c.converted_on <= c.origin_on + ${days}, c.converted_at IS NOT NULL) AS is_converted${columns}
    FROM (${customers}) c WHERE ${within('c.origin_on', period, parameters).join(' AND ')})`;
    const { tables, from } = journeyOf(by);
    return { parameters, before: `WITH ${[cohort, ...tables].join(', ')} `, from, where: [], keys: by.map((dimension, i) => (own[i] == null ? dimension.sql : `c.k${i}`)) };
}
// Contacts up to and including the one at which the customer converted, and within the days; a conversion later than that bounds nothing.
const COUNTED = `f.customer_id = c.id AND f.occurred_at <= coalesce(c.converted_at, 'infinity') AND f.occurred_on <= coalesce(c.last_on, 'infinity')`;
function journeyOf(by) {
    const journey = by.filter(({ source }) => source === 'journey');
    const groups = journey.filter(({ key }) => key !== 'contacts').map(({ sql }) => sql.replace('e.', 'f.'));
    const tables = [];
    let from = 'cohort c';
    if (groups.length) {
        tables.push(`effective AS (SELECT DISTINCT c.id, ${groups.join(', ')} FROM cohort c JOIN contact_facts f ON ${COUNTED} AND f.is_effective)`);
        from += ' LEFT JOIN effective e ON e.id = c.id';
    }
    if (groups.length < journey.length) {
        tables.push(`numbers AS (SELECT c.id, ${NUMBER_CLASS} AS contacts FROM cohort c LEFT JOIN contact_facts f ON ${COUNTED} AND f.validity <> 'invalid' GROUP BY c.id)`);
        from += ' JOIN numbers m ON m.id = c.id';
    }
    return { tables, from };
}

/** Names sort alike on every server, and the list of one owner is read in the order of the last contact. */
export class CustomerLists1795300000140 {
    async up(runner) {
        await runner.query('ALTER TABLE customers ALTER COLUMN sort_name TYPE varchar(400) COLLATE "C"');
        await runner.query('CREATE INDEX customers_of_an_owner_by_last_contact ON customers (owner_id, last_contact_at, id)');
    }
    async down(runner) {
        await runner.query('DROP INDEX customers_of_an_owner_by_last_contact');
        await runner.query('ALTER TABLE customers ALTER COLUMN sort_name TYPE varchar(400)');
    }
}

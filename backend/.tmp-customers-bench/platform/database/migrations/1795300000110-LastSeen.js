/** When a person last used the product, which outlives the session. */
export class LastSeen1795300000110 {
    async up(runner) {
        await runner.query('ALTER TABLE people ADD last_seen_at TIMESTAMP WITH TIME ZONE');
    }
    async down(runner) {
        await runner.query('ALTER TABLE people DROP COLUMN last_seen_at');
    }
}

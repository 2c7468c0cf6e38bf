import { DataSource } from 'typeorm';
import { entities } from "../../entities.js";
import { migrations } from "./migrations/index.js";
import { SnakeNaming } from "./naming.js";
/** Connection settings: every wait has an end, so that a slow or dead database becomes an answer and never a hang. */
export const dataSourceOptions = (url, poolSize = 10) => ({
    type: 'postgres',
    url,
    entities,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    migrations,
    migrationsTransactionMode: 'all',
    poolSize,
    connectTimeoutMS: 2_000,
    applicationName: 'tangent',
    extra: {
        statement_timeout: 5_000,
        lock_timeout: 2_000,
        idle_in_transaction_session_timeout: 10_000,
        keepAlive: true,
    },
});
/** For the TypeORM command line. */
export default new DataSource(dataSourceOptions(process.env['DATABASE_URL'] ?? 'postgres://localhost/tangent'));

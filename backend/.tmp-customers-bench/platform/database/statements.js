import { DataSource } from 'typeorm';
/** A named prepared statement; the name must be unique in the product. */
export const statement = (name, text) => ({ name, text });
const clientOf = async (on) => {
    if (on instanceof DataSource)
        return on.driver.master;
    if (on.queryRunner)
        return (await on.queryRunner.connect());
    return clientOf(on.dataSource);
};
/** Runs a prepared statement on the transaction (or, given the data source, on a connection of the pool) and answers its rows. */
export async function rows(on, { name, text }, values = []) {
    const result = await (await clientOf(on)).query({ name, text, values });
    return result.rows;
}
/** Like `rows`, for a text that differs from call to call and is planned anew each time. */
export async function freshRows(on, text, values = []) {
    const result = await (await clientOf(on)).query({ text, values });
    return result.rows;
}

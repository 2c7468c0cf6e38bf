import { Refusal } from "../kernel/index.js";
/** The question has more rows than anybody reads (422): a shorter period or fewer dimensions are the remedy. */
export const tooManyRows = (limit) => new Refusal('report_has_too_many_rows', 422, [], { limit });
/** The database did not finish in the time a report may take (422): a shorter period or fewer dimensions are the remedy. */
export const tookTooLong = (seconds) => new Refusal('report_takes_too_long', 422, [], { seconds });
/** Whether the database gave up on a statement because its time was over. */
export const isTimeout = (error) => {
    const { code, driverError } = error;
    return (driverError?.code ?? code) === '57014';
};

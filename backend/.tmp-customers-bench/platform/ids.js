import { v7 } from 'uuid';
/** A new identifier (UUID version 7): unique, and ordered by the time it was made, so that indexes grow at one end. */
export const newId = () => v7();

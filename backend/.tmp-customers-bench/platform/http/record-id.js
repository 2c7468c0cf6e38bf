import { ParseUUIDPipe } from '@nestjs/common';
import { notFound } from "../../kernel/index.js";
/** Reads an identifier out of the address; what is none can not exist: 404. */
export const RecordId = new ParseUUIDPipe({ exceptionFactory: () => notFound() });

import { type Type, applyDecorators, Header } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

/** JSON of a `T` that PostgreSQL wrote: it goes out as it is instead of being parsed and written once more. */
export type JsonText<T> = string & { readonly writes?: T };

/** For a route that answers `JsonText` of that class; `status` is 201 on a POST that makes something. */
export const AnswersJson = (type: Type, status = 200): MethodDecorator =>
  applyDecorators(Header('content-type', 'application/json; charset=utf-8'), ApiResponse({ status, type, description: '' }));

import { applyDecorators, Header } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
/** For a route that answers `JsonText` of that class; `status` is 201 on a POST that makes something. */
export const AnswersJson = (type, status = 200) => applyDecorators(Header('content-type', 'application/json; charset=utf-8'), ApiResponse({ status, type, description: '' }));

import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { createApp } from './app.ts';
import { readConfig } from './platform/config.ts';

/** The OpenAPI description of every route, made without a database; the same source always gives the same text. */
export async function openApiDocument(): Promise<OpenAPIObject> {
  const app = await createApp({ ...readConfig({}, '.'), pageDirectory: null }, { preview: true });
  const builder = new DocumentBuilder().setTitle('Tangent').setDescription('Touchpoint-tracking CRM').setVersion('1');
  const document = SwaggerModule.createDocument(app, builder.build(), { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}` });
  sortEnumerations(document);
  return document;
}

// The compiler keeps the members of a union in the order in which it first met them, which an incremental build changes.
function sortEnumerations(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('enum' in node && Array.isArray(node.enum)) node.enum.sort();
  for (const value of Object.values(node)) sortEnumerations(value);
}

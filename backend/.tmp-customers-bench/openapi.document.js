import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { createApp } from "./app.js";
import { readConfig } from "./platform/config.js";
/** The OpenAPI description of every route, made without a database. */
export async function openApiDocument() {
    const app = await createApp({ ...readConfig({}, '.'), pageDirectory: null }, { preview: true });
    const builder = new DocumentBuilder().setTitle('Tangent').setDescription('Touchpoint-tracking CRM').setVersion('1');
    return SwaggerModule.createDocument(app, builder.build(), { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}` });
}

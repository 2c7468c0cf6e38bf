import { writeFileSync } from 'node:fs';
import { openApiDocument } from "./openapi.document.js";
// Writes the document that the frontend is typed from; `npm run openapi`.
writeFileSync(process.argv[2] ?? 'backend/openapi.json', `${JSON.stringify(await openApiDocument(), null, 2)}\n`);
process.exit(0);

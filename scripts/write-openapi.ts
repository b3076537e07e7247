import { mkdirSync, writeFileSync } from 'node:fs';
import openapiTypes, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../api/openapi';
import { allEndpoints } from '../api/routes';

/** `npm run openapi`: writes the API's description and the dashboard's types from the endpoints themselves. */
const document = JSON.stringify(openApiDocument(allEndpoints({ production: true })), null, 2);
writeFileSync('api/openapi.json', `${document}\n`);
mkdirSync('dashboard/src/lib/api', { recursive: true });
const types = await openapiTypes(document);
writeFileSync(
  'dashboard/src/lib/api/generated.ts',
  `// Made by \`npm run openapi\`; do not edit.\n${astToString(types)}`,
);

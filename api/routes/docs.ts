import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

const require = createRequire(import.meta.url);

/** Their scripts and styles are inline; they are served from our own origin and load nothing from elsewhere. */
const relaxedPolicy: RequestHandler = (_req, res, next) => {
  res.setHeader(
    'content-security-policy',
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src blob:; frame-ancestors 'none'",
  );
  next();
};

/** The API's description as JSON, as Swagger UI and as ReDoc. */
export function docsRouter(document: object): Router {
  const router = Router();
  const swagger = dirname(require.resolve('swagger-ui-dist/package.json'));
  const redoc = dirname(require.resolve('redoc/bundles/redoc.standalone.js'));
  router.get('/openapi.json', (_req, res) => {
    res.json(document);
  });
  router.use('/docs', relaxedPolicy);
  router.get('/docs', (_req, res) => {
    res.type('html').send(SWAGGER_PAGE);
  });
  router.get('/docs/redoc', (_req, res) => {
    res.type('html').send(REDOC_PAGE);
  });
  router.use('/docs/swagger', express.static(swagger, { index: false }));
  router.use('/docs/redoc-assets', express.static(redoc, { index: false }));
  return router;
}

const SWAGGER_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Prosa API</title><link rel="stylesheet" href="/docs/swagger/swagger-ui.css"><div id="ui"></div>
<script src="/docs/swagger/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui' })</script></html>`;

const REDOC_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Prosa API</title><redoc spec-url="/openapi.json"></redoc>
<script src="/docs/redoc-assets/redoc.standalone.js"></script></html>`;

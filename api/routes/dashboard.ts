import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';

/** Serves the built dashboard; every address that is no file is the app's own to route. */
export function dashboardRouter(dir: string): Router {
  const router = Router();
  const page = join(dir, 'index.html');
  // Vite names assets by their content: they never change.
  router.use(
    '/assets',
    express.static(join(dir, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  router.use(express.static(dir, { index: false, maxAge: '1h' }));
  router.get(/^\/(?!api\/|webhooks\/|socket\.io\/).*/, (req, res, next) => {
    if (!req.accepts('html') || !existsSync(page)) {
      next();
      return;
    }
    res.setHeader('cache-control', 'no-cache');
    res.sendFile(page);
  });
  return router;
}

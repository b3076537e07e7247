import express, { type Express } from 'express';
import helmet from 'helmet';
import { createMemoryLimits, type Limits } from '../adapters/limits/limits';
import type { Presence } from '../adapters/live/presence';
import { ErrorCode, NotFoundError } from '../domain/errors';
import type { ApiDeps } from './endpoint';
import { correlate } from './middleware/correlate';
import { handleErrors } from './middleware/errors';
import { mountEndpoints } from './mount-endpoints';
import { openApiDocument } from './openapi';
import { allEndpoints } from './routes';
import { dashboardRouter } from './routes/dashboard';
import { docsRouter } from './routes/docs';
import { publicFormRouter } from './routes/forms/public-form';
import { health, ready, type ReadinessCheck } from './routes/health';
import { chatwootWebhook } from './webhooks/chatwoot';
import { evolutionWebhook } from './webhooks/evolution';
import { flowWebhooks } from './webhooks/flows';

/** The knowledge text is the largest thing a caller sends: 50,000 characters of up to 4 bytes, escaped. */
const BODY_LIMIT = '1mb';
/** Drawings, and exports of other tools. */
const FLOW_BODY_LIMIT = '6mb';
/** Evolution sends whole histories in one event; media come by reference. */
const WEBHOOK_BODY_LIMIT = '10mb';

/** The HTTP surface, listening nowhere yet. */
export function createApi(
  deps: ApiDeps,
  options: {
    dashboardDir: string;
    readiness: Record<string, ReadinessCheck>;
    limits?: Limits;
    presence?: Presence;
  },
): Express {
  const app = express();
  const { production } = deps.env;
  // One proxy (nginx) stands before us in production.
  app.set('trust proxy', production ? 1 : false);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.get('/health', health);
  app.get('/ready', ready(options.readiness, deps.log));
  app.use(correlate(deps.log));

  // Before everything that browsers need: webhooks are the hot path.
  app.post(
    '/webhooks/evolution/:channelKey',
    express.json({ limit: WEBHOOK_BODY_LIMIT }),
    evolutionWebhook(deps),
  );

  const limits = options.limits ?? createMemoryLimits();
  app.use('/webhooks/flows', flowWebhooks(deps, limits));
  app.use('/webhooks/chatwoot', chatwootWebhook(deps, limits));

  app.use(helmet(securityHeaders(production)));
  app.use(publicFormRouter(deps, limits));
  const { presence } = options;
  const endpoints = allEndpoints({ production, limits, ...(presence && { presence }) });
  const router = express.Router();
  router.use('/api/v1/automations', express.json({ limit: FLOW_BODY_LIMIT, strict: true }));
  router.use(express.json({ limit: BODY_LIMIT, strict: true }));
  mountEndpoints(router, endpoints, deps);
  app.use(['/api', '/webhooks'], noStore);
  app.use(router);
  app.use(docsRouter(openApiDocument(endpoints)));
  app.use(dashboardRouter(options.dashboardDir));
  app.use(() => {
    throw new RouteNotFoundError();
  });
  app.use(handleErrors(deps.log));
  return app;
}

class RouteNotFoundError extends NotFoundError {
  override readonly code = ErrorCode.route_not_found;
  constructor() {
    super('Route');
  }
}

const noStore: express.RequestHandler = (_req, res, next) => {
  res.setHeader('cache-control', 'no-store');
  next();
};

function securityHeaders(production: boolean): Parameters<typeof helmet>[0] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'object-src': ["'none'"],
        'frame-ancestors': ["'none'"],
        'form-action': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        // Components position pop-ups with style attributes.
        'style-src': ["'self'", "'unsafe-inline'"],
        'connect-src': ["'self'", 'ws:', 'wss:'],
        ...(production ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: production,
  };
}

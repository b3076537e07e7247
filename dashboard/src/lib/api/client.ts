import createClient from 'openapi-fetch';
import type { paths } from './generated';
import { sessionFetch } from './session-fetch';

/** The API, typed by its own description. Use with `call`, which throws what went wrong. */
export const api = createClient<paths>({ fetch: sessionFetch });

import { createRouter } from '@tanstack/react-router';
import { sessionStore } from '../lib/session/session';
import { NotFoundPage } from './not-found-page';
import { PagePending } from './page-pending';
import { RouteError } from './route-error';
import { routeTree } from './routes';

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingMs: 200,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

// A session that ends takes its pages with it; who comes back finds the one they were on.
let before = sessionStore.get().status;
sessionStore.subscribe(() => {
  const state = sessionStore.get();
  const ended = before === 'signedIn' && state.status === 'signedOut';
  before = state.status;
  if (!ended) return;
  const { href } = router.state.location;
  const search = state.reason === 'expired' ? { redirect: href, note: 'expired' as const } : {};
  const note = state.reason === 'password_changed' ? { note: 'password_changed' as const } : {};
  void router.navigate({ to: '/login', search: { ...search, ...note } });
});

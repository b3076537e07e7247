import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { validateLoginSearch } from '../features/auth/lib/login-search';
import { validateChannelSearch } from '../features/channel/lib/channel-search';
import { validateInboxSearch } from '../features/conversation/lib/inbox-search';
import {
  validateAllRunsSearch,
  validateFlowsSearch,
  validateRunsSearch,
  validateVersionsSearch,
} from '../features/flows/lib/flows-search';
import { validateKnowledgeSearch } from '../features/knowledge/lib/knowledge-search';
import { validateTutorialSearch } from '../features/tutorial/lib/tutorial-search';
import { ensureSession } from '../lib/session/ensure-session';
import type { Role } from '../lib/session/role';
import { pageFile } from './page-file';
import { requireRole } from './require-role';
import { PagePending } from './page-pending';

const rootRoute = createRootRoute();

const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: validateLoginSearch,
  beforeLoad: async ({ search }) => {
    // Without an answer the form shows, and says itself what is wrong.
    const signedIn = await ensureSession().catch(() => false);
    if (signedIn) redirect({ href: search.redirect ?? '/', replace: true, throw: true });
  },
  component: lazyRouteComponent(
    pageFile(() => import('../features/auth/components/login-page')),
    'LoginPage',
  ),
});

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: ({ location }) => signedIn(location),
  component: lazyRouteComponent(
    pageFile(() => import('./shell/shell')),
    'Shell',
  ),
  pendingComponent: PagePending,
});

/** Work that takes the whole page. */
const fullRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'full',
  beforeLoad: ({ location }) => signedIn(location),
  component: lazyRouteComponent(
    pageFile(() => import('./shell/full-page')),
    'FullPage',
  ),
  pendingComponent: PagePending,
});

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/conversas', replace: true, throw: true });
  },
});

const inboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conversas',
  validateSearch: validateInboxSearch,
  component: lazyRouteComponent(
    pageFile(() => import('../features/conversation/components/inbox-page')),
    'InboxPage',
  ),
});

const inboxIndexRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/',
  component: lazyRouteComponent(
    pageFile(() => import('../features/conversation/components/no-chat')),
    'NoChat',
  ),
});

const chatRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '$id',
  component: lazyRouteComponent(
    pageFile(() => import('../features/conversation/components/chat-page')),
    'ChatPage',
  ),
});

const knowledgeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conhecimento',
  validateSearch: validateKnowledgeSearch,
  beforeLoad: needs('ORG_MANAGER'),
  component: lazyRouteComponent(
    pageFile(() => import('../features/knowledge/components/knowledge-page')),
    'KnowledgePage',
  ),
});

const flowsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/automations',
  validateSearch: validateFlowsSearch,
  component: lazyRouteComponent(
    pageFile(() => import('../features/flows/components/flows-page')),
    'FlowsPage',
  ),
});

const flowRoute = createRoute({
  getParentRoute: () => fullRoute,
  path: '/automations/$id',
  component: lazyRouteComponent(
    pageFile(() => import('./flow-editor-screen')),
    'FlowEditorScreen',
  ),
});

const flowRunsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/automations/$id/runs',
  validateSearch: validateRunsSearch,
  component: lazyRouteComponent(
    pageFile(() => import('./run-screens')),
    'RunsScreen',
  ),
});

const allRunsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/automations/runs',
  validateSearch: validateAllRunsSearch,
  component: lazyRouteComponent(
    pageFile(() => import('../features/flows/components/all-runs-page')),
    'AllRunsPage',
  ),
});

const flowVersionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/automations/$id/versions',
  validateSearch: validateVersionsSearch,
  component: lazyRouteComponent(
    pageFile(() => import('../features/flows/components/versions-page')),
    'VersionsPage',
  ),
});

const flowRunRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/automations/runs/$runId',
  component: lazyRouteComponent(
    pageFile(() => import('./run-screens')),
    'RunScreen',
  ),
});

const channelRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/whatsapp',
  validateSearch: validateChannelSearch,
  beforeLoad: needs('ORG_ADMIN'),
  component: lazyRouteComponent(
    pageFile(() => import('../features/channel/components/channel-page')),
    'ChannelPage',
  ),
});

const configRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/config',
  beforeLoad: needs('ORG_MANAGER'),
  component: lazyRouteComponent(
    pageFile(() => import('../features/config/components/config-page')),
    'ConfigPage',
  ),
});

const teamRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/equipe',
  beforeLoad: needs('ORG_MANAGER'),
  component: lazyRouteComponent(() => import('../features/team/components/team-page'), 'TeamPage'),
});

const integrationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/integracoes',
  beforeLoad: needs('ORG_MANAGER'),
  component: lazyRouteComponent(
    pageFile(() => import('../features/integrations/components/integrations-page')),
    'IntegrationsPage',
  ),
});

const formRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/integracoes/formularios/$id',
  beforeLoad: needs('ORG_MANAGER'),
  component: lazyRouteComponent(
    pageFile(() => import('../features/integrations/components/form-page')),
    'FormPage',
  ),
});

const profileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/perfil',
  component: lazyRouteComponent(
    pageFile(() => import('../features/profile/components/profile-page')),
    'ProfilePage',
  ),
});

const tutorialRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tutoriais',
  validateSearch: validateTutorialSearch,
  component: lazyRouteComponent(
    pageFile(() => import('../features/tutorial/components/tutorial-page')),
    'TutorialPage',
  ),
});

const supportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/suporte',
  component: lazyRouteComponent(
    pageFile(() => import('../features/support/components/support-page')),
    'SupportPage',
  ),
});

export const routeTree = rootRoute.addChildren([
  loginRoute,
  fullRoute.addChildren([flowRoute]),
  shellRoute.addChildren([
    homeRoute,
    inboxRoute.addChildren([inboxIndexRoute, chatRoute]),
    flowsRoute,
    allRunsRoute,
    flowRunsRoute,
    flowVersionsRoute,
    flowRunRoute,
    knowledgeRoute,
    channelRoute,
    configRoute,
    teamRoute,
    integrationsRoute,
    formRoute,
    profileRoute,
    tutorialRoute,
    supportRoute,
  ]),
]);

async function signedIn({ pathname, href }: { pathname: string; href: string }): Promise<void> {
  if (await ensureSession()) return;
  const search = pathname === '/' ? {} : { redirect: href };
  redirect({ to: '/login', search, replace: true, throw: true });
}

function needs(role: Role) {
  return () => requireRole(role);
}

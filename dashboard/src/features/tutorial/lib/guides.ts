import type { Role } from '../../../lib/session/role';

type Screen = 'conversations' | 'knowledge' | 'whatsapp' | 'config' | 'profile';

interface Guide {
  slug: GuideSlug;
  /** The screen it speaks of, and the least role that may open it. */
  screen: Screen;
}

/** In the order in which somebody new needs them. */
export const GUIDE_SLUGS = [
  'connect',
  'knowledge',
  'search',
  'voice',
  'takeOver',
  'confidence',
  'timings',
  'pairedPhone',
  'reconnect',
  'password',
] as const;
export type GuideSlug = (typeof GUIDE_SLUGS)[number];

const SCREEN_OF: Record<GuideSlug, Screen> = {
  connect: 'whatsapp',
  knowledge: 'knowledge',
  search: 'knowledge',
  voice: 'config',
  takeOver: 'conversations',
  confidence: 'config',
  timings: 'config',
  pairedPhone: 'conversations',
  reconnect: 'whatsapp',
  password: 'profile',
};

export const GUIDES: Guide[] = GUIDE_SLUGS.map((slug) => ({ slug, screen: SCREEN_OF[slug] }));

export const SCREENS = {
  conversations: { to: '/conversas', role: 'ORG_AGENT' },
  knowledge: { to: '/conhecimento', role: 'ORG_MANAGER' },
  whatsapp: { to: '/whatsapp', role: 'ORG_ADMIN' },
  config: { to: '/config', role: 'ORG_MANAGER' },
  profile: { to: '/perfil', role: 'ORG_AGENT' },
} as const satisfies Record<Screen, { to: string; role: Role }>;

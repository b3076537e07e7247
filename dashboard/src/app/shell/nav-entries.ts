import {
  BookOpenText,
  GraduationCap,
  LifeBuoy,
  type LucideIcon,
  MessagesSquare,
  Plug,
  QrCode,
  SlidersHorizontal,
  UserRound,
  Users,
  Workflow,
} from 'lucide-react';
import type { Role } from '../../lib/session/role';

interface NavEntry {
  to:
    | '/conversas'
    | '/automations'
    | '/conhecimento'
    | '/whatsapp'
    | '/config'
    | '/perfil'
    | '/tutoriais'
    | '/suporte'
    | '/equipe'
    | '/integracoes';
  label:
    | 'nav.conversations'
    | 'nav.automations'
    | 'nav.knowledge'
    | 'nav.whatsapp'
    | 'nav.config'
    | 'nav.profile'
    | 'nav.tutorials'
    | 'nav.support'
    | 'nav.team'
    | 'nav.integrations';
  /** For the phone's bottom bar. */
  short: NavEntry['label'] | 'nav.automations' | 'nav.knowledgeShort' | 'nav.whatsappShort';
  icon: LucideIcon;
  /** The least role that may use it; others do not see it. */
  role: Role;
  /** `g` and then this letter goes there. */
  key: string;
  /** Daily work above, settings below; on phones those are under "Mais". */
  group: 'work' | 'settings';
}

export const NAV_ENTRIES: NavEntry[] = [
  {
    to: '/conversas',
    label: 'nav.conversations',
    short: 'nav.conversations',
    icon: MessagesSquare,
    role: 'ORG_AGENT',
    key: 'c',
    group: 'work',
  },
  {
    to: '/automations',
    label: 'nav.automations',
    short: 'nav.automations',
    icon: Workflow,
    role: 'ORG_AGENT',
    key: 'a',
    group: 'work',
  },
  {
    to: '/conhecimento',
    label: 'nav.knowledge',
    short: 'nav.knowledgeShort',
    icon: BookOpenText,
    role: 'ORG_MANAGER',
    key: 'b',
    group: 'work',
  },
  {
    to: '/whatsapp',
    label: 'nav.whatsapp',
    short: 'nav.whatsappShort',
    icon: QrCode,
    role: 'ORG_ADMIN',
    key: 'w',
    group: 'work',
  },
  {
    to: '/config',
    label: 'nav.config',
    short: 'nav.config',
    icon: SlidersHorizontal,
    role: 'ORG_MANAGER',
    key: 'o',
    group: 'settings',
  },
  {
    to: '/equipe',
    label: 'nav.team',
    short: 'nav.team',
    icon: Users,
    role: 'ORG_MANAGER',
    key: 'e',
    group: 'settings',
  },
  {
    to: '/integracoes',
    label: 'nav.integrations',
    short: 'nav.integrations',
    icon: Plug,
    role: 'ORG_MANAGER',
    key: 'i',
    group: 'settings',
  },
  {
    to: '/perfil',
    label: 'nav.profile',
    short: 'nav.profile',
    icon: UserRound,
    role: 'ORG_AGENT',
    key: 'p',
    group: 'settings',
  },
  {
    to: '/tutoriais',
    label: 'nav.tutorials',
    short: 'nav.tutorials',
    icon: GraduationCap,
    role: 'ORG_AGENT',
    key: 't',
    group: 'settings',
  },
  {
    to: '/suporte',
    label: 'nav.support',
    short: 'nav.support',
    icon: LifeBuoy,
    role: 'ORG_AGENT',
    key: 's',
    group: 'settings',
  },
];

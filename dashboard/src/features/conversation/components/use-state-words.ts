import { useTranslation } from 'react-i18next';
import type { Tone } from '../../../components/chip';
import type { Conversation } from '../../../lib/api/types';
import { useSession } from '../../../lib/session/use-session';
import { firstName } from '../../../lib/format/contact-name';
import { type InCharge, personInCharge } from '../lib/person-in-charge';

const TONES: Record<InCharge['who'], Tone> = {
  ai: 'ai',
  waiting: 'warning',
  me: 'human',
  person: 'human',
  elsewhere: 'human',
  resolved: 'success',
};

export function useStateWords(conversation: Conversation): { tone: Tone; words: string } {
  const { t } = useTranslation('conversation');
  const charge = personInCharge(conversation, useSession().user.id);
  const words = wordsOf(charge);
  function wordsOf(one: InCharge): string {
    switch (one.who) {
      case 'person':
        return t('state.person', { name: firstName(one.name) });
      case 'ai':
        return one.name === undefined ? t('state.ai') : t('state.agent', { name: one.name });
      case 'waiting':
        return one.name === undefined ? t('state.waiting') : t('state.waitingFor', { name: one.name });
      default:
        return t(`state.${one.who}`);
    }
  }
  return { tone: TONES[charge.who], words };
}

import { Chip } from '../../../components/chip';
import type { Conversation } from '../../../lib/api/types';
import { useStateWords } from './use-state-words';

/** Who answers the customer now, in one word or two. */
export function StateChip({ conversation }: { conversation: Conversation }) {
  const { tone, words } = useStateWords(conversation);
  return (
    <Chip tone={tone} dot>
      {words}
    </Chip>
  );
}

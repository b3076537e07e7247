import { toneText } from '../../../components/chip';
import type { Conversation } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { useStateWords } from './use-state-words';

/** The same as the chip, as part of a line. */
export function StateLabel({ conversation }: { conversation: Conversation }) {
  const { tone, words } = useStateWords(conversation);
  return (
    <span className={cx('flex min-w-0 items-center gap-1.5 font-medium', toneText[tone])}>
      <span aria-hidden className="size-[7px] shrink-0 rounded-full bg-current" />
      <span className="truncate">{words}</span>
    </span>
  );
}

import type { MessageView } from '../../../control/views';
import { withoutMarks } from '../format/marks';
import { strings } from '../strings';

/** A message in one line, for lists and quotes. */
export function previewOf(message: Pick<MessageView, 'kind' | 'text' | 'isDeleted'>): string {
  if (message.isDeleted) return strings.chat.removed;
  const { kinds } = strings.chat;
  const kind = Object.entries(kinds).find(([name]) => name === message.kind)?.[1];
  if (message.kind === 'text' || kind === undefined) return withoutMarks(message.text) || kinds.other;
  return message.text === '' ? kind : `${kind} · ${withoutMarks(message.text)}`;
}

import { answerAsk, type AskSettings, fold, pickOption, type Said } from './answers';
import type { ConversationKind, FlowOutcome } from './order';
import { optionsOf } from './order-words';
import type { FlowTools } from './runtime/tools';
import { asText, type FlowObject, type FlowValue } from './runtime/value';

/** What a customer's reply is to the node that listens. */
export type ReplyRead =
  | { end: FlowOutcome }
  /** Say this and listen once more. */
  | { again: string };

/** Of a node that listens, its templates filled in. */
export interface Listening {
  kind: ConversationKind;
  settings: FlowObject;
  /** How often it has asked; the question itself is 1. */
  asked: number;
}

/** @param now Unix ms and the tenant's zone: what "amanhã" means */
export function readReply(
  { kind, settings, asked }: Listening,
  said: Said,
  now: { at: number; zone: string },
  tools: Pick<FlowTools, 'matches'>,
): ReplyRead {
  switch (kind) {
    case 'ask': {
      // Published settings were checked against the node's schema, which these are the output of.
      const outcome = answerAsk(settings as unknown as AskSettings, asked, said, now, tools);
      return 'again' in outcome ? outcome : { end: outcome };
    }
    case 'send_buttons':
    case 'send_list': {
      const options = optionsOf(kind, settings);
      const titles = options.map(({ title }) => title);
      const byKey = options.findIndex(({ key }) => key === said.text.trim());
      const chosen = options[byKey >= 0 ? byKey : pickOption(titles, said.text)];
      return {
        end:
          chosen === undefined
            ? { handle: 'other_reply', output: { texto: said.text, opcao: '' } }
            : { handle: `option:${chosen.key}`, output: { texto: chosen.title, opcao: chosen.key } },
      };
    }
    default: {
      const output = { texto: said.text, midia: said.media ?? null };
      return { end: { handle: isCancelled(settings, said.text) ? 'cancelled' : 'replied', output } };
    }
  }
}

function isCancelled(settings: FlowObject, text: string): boolean {
  const words = settings['cancelWords'];
  const folded = fold(text);
  return folded !== '' && Array.isArray(words) && words.some((word) => fold(asText(word)) === folded);
}

/** Whether a message of this kind is one that the node listens for; one that names no kinds takes all. */
export function isListenedFor(settings: FlowObject, kind: string): boolean {
  const types: FlowValue | undefined = settings['types'];
  if (!Array.isArray(types)) return true;
  return types.includes(kind === 'choice' ? 'button' : kind);
}

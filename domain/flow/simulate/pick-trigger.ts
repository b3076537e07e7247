import type { CompiledFlow } from '../runtime/compiled';
import type { FlowTools } from '../runtime/tools';
import { type FlowValue, asText } from '../runtime/value';
import { holdsKeyword } from '../triggers/match-message';
import { objectOf } from './simulation';

type Trigger = CompiledFlow['triggers'][number];

/** The trigger a first message begins: by its words, then one that takes any message, then the first of all. */
export function pickTrigger(
  flow: CompiledFlow,
  said: string,
  tools: Pick<FlowTools, 'matches'>,
): Trigger | undefined {
  const listening = flow.triggers
    .filter(({ kind }) => kind === 'message_received')
    .sort((a, b) => priority(b) - priority(a));
  return (
    listening.find((trigger) => matches(trigger, said, tools)) ??
    listening.find(({ settings }) => ['any', 'intent', ''].includes(asText(objectOf(settings.filter).by))) ??
    flow.triggers[0]
  );
}

const priority = ({ settings }: Trigger) => (typeof settings.priority === 'number' ? settings.priority : 0);

function matches({ settings }: Trigger, said: string, tools: Pick<FlowTools, 'matches'>): boolean {
  const filter = objectOf(settings.filter);
  if (filter.by === 'pattern') {
    const found = tools.matches(asText(filter.pattern), said);
    return found.ok && found.value;
  }
  const { by, match, words } = filter;
  if (by !== 'keyword' || !Array.isArray(words)) return false;
  const how = match === 'equals' || match === 'starts' ? match : 'contains';
  return words.some((word: FlowValue) => holdsKeyword(how, asText(word), said));
}

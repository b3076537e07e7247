import { splitAnswer } from '../agent/split-answer';
import { type FlowObject, asText } from './runtime/value';

/** What a customer gets of what was found in the documents, balloon by balloon; nothing unless it is to be sent. */
export function answerWords(settings: FlowObject, { texto, fontes }: FlowObject): string[] {
  if (settings.send === false) return [];
  const sources = Array.isArray(fontes) ? fontes.map(asText) : [];
  const cited = settings.citeSources === true && sources.length > 0;
  return splitAnswer(cited ? `${asText(texto)}\n\nFontes: ${sources.join('; ')}` : asText(texto));
}

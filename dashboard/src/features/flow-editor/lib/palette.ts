import { fold } from './fold';

/** Kinds in the order of the palette, by what they are for. `placeholder` is only made by imports. */
export const PALETTE_GROUPS = {
  triggers: [
    'message_received',
    'schedule',
    'inbound_webhook',
    'conversation_state_changed',
    'contact_created',
    'tag_added',
    'form_submitted',
  ],
  messages: ['send_text', 'send_media', 'send_buttons', 'send_list', 'ask'],
  logic: [
    'condition',
    'switch',
    'wait',
    'wait_reply',
    'set_variable',
    'transform',
    'business_hours',
    'ab_split',
    'loop',
    'goto',
    'for_each',
    'parallel',
    'end',
  ],
  ai: ['rag_answer', 'ai_generate', 'ai_classify', 'ai_extract'],
  people: ['handoff_human', 'transfer'],
  systems: ['http_request', 'respond_webhook', 'wait_external', 'send_email', 'start_subflow'],
} as const satisfies Record<string, readonly string[]>;

export type PaletteGroup = keyof typeof PALETTE_GROUPS;

export interface PaletteItem {
  kind: string;
  group: PaletteGroup;
  name: string;
  about: string;
  /** Other words people look for it by. */
  synonyms: string;
}

/** Best first. Every word must be found; in the name counts most, then synonyms, then what it does. */
export function searchPalette(items: readonly PaletteItem[], query: string): PaletteItem[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...items];
  const scored = items.flatMap((item, index) => {
    const texts = [item.name, item.synonyms, item.about, item.kind].map(fold);
    let total = 0;
    for (const word of words) {
      const best = Math.max(...texts.map((text, place) => score(text, word, place)));
      if (best === 0) return [];
      total += best;
    }
    return [{ item, total, index }];
  });
  return scored.toSorted((a, b) => b.total - a.total || a.index - b.index).map(({ item }) => item);
}

const WEIGHTS = [8, 5, 1, 1];

function score(text: string, word: string, place: number): number {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  const begins = at === 0 || /[\s,/(:-]/.test(text[at - 1] ?? '');
  return (WEIGHTS[place] ?? 1) * (begins ? 3 : 1) + (at === 0 ? 1 : 0);
}

const REMEMBERED = 5;

export function withRecent(recent: readonly string[], kind: string): string[] {
  return [kind, ...recent.filter((each) => each !== kind)].slice(0, REMEMBERED);
}

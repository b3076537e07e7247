import { belongs, filterOf } from './conversation-filter';
import { aConversation } from './fixtures';

const resolved = aConversation({ resolvedAt: '2026-11-20T12:00:00.000Z' });
const waiting = aConversation({ state: 'AGUARDANDO_HUMANO' });

describe('belongs', () => {
  it('parts open conversations by who has them', () => {
    expect(belongs(waiting, filterOf('waiting', undefined))).toBe(true);
    expect(belongs(waiting, filterOf('ai', undefined))).toBe(false);
    expect(belongs(waiting, filterOf('all', undefined))).toBe(true);
  });

  it('leaves out what was merged into another', () => {
    const merged = aConversation({ mergedIntoId: 'c2' });
    expect(belongs(merged, filterOf('all', undefined))).toBe(false);
  });

  it('keeps resolved ones apart, though the AI has them', () => {
    expect(belongs(resolved, filterOf('ai', undefined))).toBe(false);
    expect(belongs(resolved, filterOf('resolved', undefined))).toBe(true);
    expect(belongs(resolved, filterOf('all', undefined))).toBe(true);
  });
});

describe('filterOf', () => {
  it('asks with words only when there are some', () => {
    expect(filterOf('all', '  ')).toEqual({});
    expect(filterOf('all', ' maçã ')).toEqual({ q: 'maçã' });
  });
});

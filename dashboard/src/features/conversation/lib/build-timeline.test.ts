import { buildTimeline, firstUnread } from './build-timeline';
import { aMessage, anEvent } from './fixtures';

const brazil = { timeZone: 'America/Sao_Paulo' };
const shape = (...messages: Parameters<typeof buildTimeline>[0]) =>
  buildTimeline(messages, brazil, undefined).map((item) =>
    item.type === 'message' ? `${item.key}${item.heads ? '+' : ''}` : item.type,
  );

describe('buildTimeline', () => {
  it('parts days where the company is', () => {
    const late = aMessage({ seq: 1, createdAt: '2026-11-20T02:59:00.000Z' });
    const early = aMessage({ seq: 2, createdAt: '2026-11-20T03:01:00.000Z' });
    expect(shape(late, early)).toEqual(['day', 'm1+', 'day', 'm2+']);
  });

  it('names an author once for what was said in one breath', () => {
    const ai = aMessage({ seq: 3, author: 'ai' });
    const later = aMessage({ seq: 9 });
    expect(shape(aMessage({ seq: 1 }), aMessage({ seq: 2 }), ai, later)).toEqual([
      'day',
      'm1+',
      'm2',
      'm3+',
      'm9+',
    ]);
  });

  it('names them again after an event, and two people apart', () => {
    const by = (seq: number, id: string) => aMessage({ seq, author: 'human', user: { id, name: id } });
    expect(shape(aMessage({ seq: 1 }), anEvent(2, '', {}), aMessage({ seq: 3 }))).toEqual([
      'day',
      'm1+',
      'event',
      'm3+',
    ]);
    expect(shape(by(1, 'ana'), by(2, 'rafa'))).toEqual(['day', 'm1+', 'm2+']);
  });

  it('explains a turn under its last balloon', () => {
    const balloon = (seq: number, turnId: string) => aMessage({ seq, author: 'ai', turnId });
    const items = buildTimeline([balloon(1, 't'), balloon(2, 't'), balloon(3, 'u')], brazil, undefined);
    const closes = items.flatMap((item) => (item.type === 'message' ? [item.closesTurn] : []));
    expect(closes).toEqual([false, true, true]);
  });

  it('draws a line above what is new, unless everything is', () => {
    const messages = [aMessage({ seq: 1 }), aMessage({ seq: 2 })];
    const types = (id: string) => buildTimeline(messages, brazil, id).map((item) => item.type);
    expect(types('m2')).toEqual(['day', 'message', 'unread', 'message']);
    expect(types('m1')).toEqual(['day', 'message', 'message']);
  });
});

describe('firstUnread', () => {
  const messages = [1, 2, 3, 4].map((seq) => aMessage({ seq, author: seq === 3 ? 'ai' : 'customer' }));

  it('counts the customer’s messages from the end', () => {
    expect(firstUnread(messages, 0)).toBeUndefined();
    expect(firstUnread(messages, 1)).toBe('m4');
    expect(firstUnread(messages, 2)).toBe('m2');
  });

  it('knows nothing of what is not loaded', () => {
    expect(firstUnread(messages, 9)).toBeUndefined();
  });
});

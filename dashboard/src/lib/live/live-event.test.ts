import { parseLiveEvent } from './live-event';

describe('parseLiveEvent', () => {
  it.each([
    [{ type: 'conversation', conversationId: 'c', messageId: 'm' }],
    [{ type: 'conversation', conversationId: 'c' }],
    [{ type: 'channel', channelId: 'h' }],
    [{ type: 'knowledge' }],
    [{ type: 'chatwoot' }],
    [{ type: 'handoff', conversationId: 'c', reason: 'low_confidence', contactName: null, userIds: null }],
    [{ type: 'handoff', conversationId: 'c', reason: 'transferred', contactName: 'Ana', userIds: ['u'] }],
    [{ type: 'waitingAlert', conversationId: 'c', level: 2, contactName: null }],
  ])('reads %j', (event) => {
    expect(parseLiveEvent(event)).toEqual(event);
  });

  it.each([[undefined], [null], ['conversation'], [{}], [{ type: 'newer' }], [{ type: 'conversation' }]])(
    'ignores %j',
    (input) => {
      expect(parseLiveEvent(input)).toBeUndefined();
    },
  );
});

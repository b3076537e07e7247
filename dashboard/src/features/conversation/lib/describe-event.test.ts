import { describeEvent, reasonKey } from './describe-event';
import { anEvent } from './fixtures';

const rafaela = { id: 'u', name: 'Rafaela' };

describe('describeEvent', () => {
  it.each([
    [{ type: 'handedOver', reason: 'person_requested' }, null, 'event.handedOver.person_requested'],
    [{ type: 'handedOver', reason: 'a new one' }, null, 'event.handedOver.unknown'],
    [{ type: 'handedOver', reason: 'backlog' }, null, 'event.handedOver.backlog'],
    [{ type: 'handedOver', reason: 'outside_hours' }, null, 'event.handedOver.outside_hours'],
    [{ type: 'extended', userId: 'u', byMs: 1 }, rafaela, 'event.extendedBy'],
    [{ type: 'extended', userId: 'u', byMs: 1 }, null, 'event.extended'],
    [{ type: 'takenOver', userId: 'u' }, rafaela, 'event.takenOverBy'],
    [{ type: 'takenOver', userId: 'u' }, null, 'event.takenOver'],
    [{ type: 'humanReplied', userId: 'u' }, rafaela, 'event.repliedBy'],
    [{ type: 'humanReplied', userId: null }, null, 'event.repliedElsewhere'],
    [{ type: 'returnedToAi', answerPending: false }, rafaela, 'event.returnedBy'],
    [{ type: 'returnedToAi', answerPending: true }, rafaela, 'event.returnedToAnswerBy'],
    [{ type: 'resolved', userId: 'u' }, rafaela, 'event.resolvedBy'],
    [{ type: 'resolved', userId: null, flow: { orderId: 'o' } }, null, 'event.resolvedByFlow'],
    [{ type: 'foundWithTeam' }, null, 'event.found'],
  ])('%j', (cause, user, key) => {
    expect(describeEvent({ ...anEvent(1, '', cause), user })?.key).toBe(key);
  });

  it('tells a person who was silent from nobody at all', () => {
    const passed = (from: string) =>
      describeEvent({ payload: { from, to: 'IA_ATIVA', cause: { type: 'deadlinePassed' } }, user: null })
        ?.key;
    expect(passed('AGUARDANDO_HUMANO')).toBe('event.deadlineNobody');
    expect(passed('HUMANO_RESPONDEU')).toBe('event.deadlinePerson');
  });

  it('says why somebody took over, where it was said', () => {
    const payload = { cause: { type: 'takenOver' }, reason: 'Negocia o preço' };
    expect(describeEvent({ payload, user: rafaela })?.reason).toBe('Negocia o preço');
    expect(describeEvent({ payload: { cause: payload.cause }, user: rafaela })?.reason).toBeUndefined();
  });

  it('names who did it', () => {
    const event = anEvent(1, 'HUMANO_RESPONDEU', { type: 'takenOver' });
    expect(describeEvent({ ...event, user: rafaela })?.name).toBe('Rafaela');
  });

  it.each([[null], [{}], [{ cause: 'text' }], [{ cause: { type: 'newer' } }]])(
    'leaves what it does not know to the server’s words: %j',
    (payload) => {
      expect(describeEvent({ payload, user: null })).toBeUndefined();
    },
  );
});

describe('reasonKey', () => {
  it('has words for a reason it does not know', () => {
    expect(reasonKey('low_confidence')).toBe('reason.low_confidence');
    expect(reasonKey(null)).toBe('reason.unknown');
  });
});

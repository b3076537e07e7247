import { ConversationState } from '../conversation/state';
import { type ChatwootStatus, statusToSet, wishOf } from './status';

const { IA_ATIVA, AGUARDANDO_HUMANO, HUMANO_RESPONDEU } = ConversationState;
const BIA = 4;

describe('what a conversation at Chatwoot asks of ours', () => {
  it.each<
    [string, [ChatwootStatus, number?], [ChatwootStatus, number?], ConversationState, boolean, string?]
  >([
    ['nothing changed', ['pending'], ['pending'], IA_ATIVA, false, undefined],
    ['the echo of a hand-over', ['open'], ['open'], AGUARDANDO_HUMANO, false, undefined],
    ['opened while the AI has it', ['open'], ['pending'], IA_ATIVA, false, 'takeOver'],
    ['opened and given to somebody', ['open', BIA], ['pending'], IA_ATIVA, false, 'takeOver'],
    ['given to somebody, still pending', ['pending', BIA], ['pending'], IA_ATIVA, false, 'takeOver'],
    [
      'given to somebody while the team is awaited',
      ['open', BIA],
      ['open'],
      AGUARDANDO_HUMANO,
      false,
      undefined,
    ],
    ['opened, and assigned by itself', ['open', BIA], ['pending'], AGUARDANDO_HUMANO, false, undefined],
    ['the same person as before', ['open', BIA], ['open', BIA], AGUARDANDO_HUMANO, false, undefined],
    ['taken from somebody', ['open'], ['open', BIA], HUMANO_RESPONDEU, false, undefined],
    [
      'given to another while a person has it',
      ['open', 5],
      ['open', BIA],
      HUMANO_RESPONDEU,
      false,
      undefined,
    ],
    ['opened while the team is awaited anyway', ['open'], ['pending'], AGUARDANDO_HUMANO, false, undefined],
    ['put off while the AI has it', ['snoozed'], ['pending'], IA_ATIVA, false, 'takeOver'],
    ['put off by the person who has it', ['snoozed', BIA], ['open', BIA], HUMANO_RESPONDEU, false, undefined],
    ['resolved by a person', ['resolved', BIA], ['open', BIA], HUMANO_RESPONDEU, false, 'resolve'],
    ['resolved while the AI has it', ['resolved'], ['pending'], IA_ATIVA, false, 'resolve'],
    ['resolved on both sides', ['resolved'], ['open'], IA_ATIVA, true, undefined],
    ['given to somebody after it was resolved', ['resolved', BIA], ['resolved'], IA_ATIVA, true, undefined],
    ['reopened', ['open', BIA], ['resolved'], IA_ATIVA, true, 'takeOver'],
    ['given back', ['pending', BIA], ['open', BIA], HUMANO_RESPONDEU, false, 'returnToAi'],
    ['given back before anybody came', ['pending'], ['open'], AGUARDANDO_HUMANO, false, 'returnToAi'],
    ['given back to the AI, which has it', ['pending'], ['open'], IA_ATIVA, false, undefined],
  ])('%s', (_what, theirs, known, state, resolved, wish) => {
    const side = ([status, assigneeId = null]: [ChatwootStatus, (number | null)?]) => ({
      status,
      assigneeId,
    });
    expect(wishOf(side(theirs), side(known), { state, resolved, unseen: false })).toBe(wish);
  });

  it('is not to close what nobody there has seen yet', () => {
    const [theirs, known] = [
      { status: 'resolved', assigneeId: null },
      { status: 'open', assigneeId: null },
    ] as const;
    const ours = { state: AGUARDANDO_HUMANO, resolved: false };
    expect(wishOf(theirs, known, { ...ours, unseen: true })).toBeUndefined();
    expect(wishOf(theirs, known, { ...ours, unseen: false })).toBe('resolve');
  });
});

describe('where ours belongs at Chatwoot', () => {
  it.each<[ConversationState, boolean, ChatwootStatus, ChatwootStatus?]>([
    [IA_ATIVA, false, 'pending', undefined],
    [IA_ATIVA, false, 'open', 'pending'],
    [IA_ATIVA, false, 'resolved', 'pending'],
    [IA_ATIVA, false, 'snoozed', 'pending'],
    [AGUARDANDO_HUMANO, false, 'pending', 'open'],
    [HUMANO_RESPONDEU, false, 'pending', 'open'],
    [HUMANO_RESPONDEU, false, 'open', undefined],
    [HUMANO_RESPONDEU, false, 'snoozed', undefined],
    [HUMANO_RESPONDEU, false, 'resolved', 'open'],
    [IA_ATIVA, true, 'pending', 'resolved'],
    [IA_ATIVA, true, 'resolved', undefined],
  ])('%s, resolved: %s, there %s: %s', (state, resolved, theirs, wanted) => {
    expect(statusToSet({ state, resolved }, theirs)).toBe(wanted);
  });
});

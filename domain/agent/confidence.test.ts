import { confidenceOf, type ScoredPassage } from './confidence';
import type { ModelReply, ParsedReply } from './model-reply';

const passage = (score: number): ScoredPassage => ({
  id: `c${score}`,
  text: '',
  document: '',
  score,
  similarity: score,
  coverage: score,
});
const near = [passage(0.6), passage(0.5), passage(0.4), passage(0.1)];
const far = [passage(0.1), passage(0.05)];
const says = (reply: Partial<ModelReply>): ParsedReply => ({
  kind: 'structured',
  reply: { intent: 'question', answer: 'Sim.', support: 'full', passages: ['1'], ...reply },
});

describe('confidenceOf', () => {
  it.each<[string, ParsedReply, ScoredPassage[], number]>([
    // retrieval of near: 0.7 × 0.6 + 0.3 × 0.5 = 0.57
    ['a supported answer from near passages', says({}), near, 0.828],
    ['a supported answer from far passages', says({}), far, 0.637],
    ['a partly supported answer from near passages', says({ support: 'partial' }), near, 0.528],
    ['a partly supported answer from far passages', says({ support: 'partial' }), far, 0.337],
    ['an admitted ignorance, however near the passages', says({ support: 'none', answer: '' }), near, 0.228],
    ['an empty answer that claims support', says({ answer: ' ' }), near, 0.228],
    ['support claimed without a passage', says({ passages: [] }), near, 0.378],
    ['support claimed from a passage that was not given', says({ passages: ['9'] }), near, 0.378],
    ['support claimed with nothing given', says({}), [], 0.15],
    ['support claimed from the conversation', says({ passages: ['conversa'] }), far, 0.487],
    ['small talk', says({ intent: 'smalltalk', passages: [] }), [], 1],
    ['prose instead of structure', { kind: 'plain', text: 'Sim.' }, near, 0.257],
    ['garbage', { kind: 'garbage' }, near, 0],
  ])('%s', (_what, parsed, passages, value) => {
    expect(confidenceOf(parsed, passages).value).toBeCloseTo(value, 3);
  });

  it('never trusts prose by half, however near the passages', () => {
    expect(
      confidenceOf({ kind: 'plain', text: 'x' }, [passage(1), passage(1), passage(1)]).value,
    ).toBeLessThan(0.5);
  });
});

import { indexSteps } from './index-steps';

describe('indexSteps', () => {
  it.each([
    [null, 'now later later'],
    ['pending', 'now later later'],
    ['chunking', 'done now later'],
    ['embedding', 'done done now'],
  ] as const)('%s', (phase, states) => {
    expect(
      indexSteps(phase)
        .map(({ state }) => state)
        .join(' '),
    ).toBe(states);
  });
});

import { flowRunId } from './run-id';

describe('flowRunId', () => {
  it('is the same for the same event, and another for any other', () => {
    const id = flowRunId('t', 'f', 'message:1');
    expect(flowRunId('t', 'f', 'message:1')).toBe(id);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    const others = [
      flowRunId('u', 'f', 'message:1'),
      flowRunId('t', 'g', 'message:1'),
      flowRunId('t', 'f', 'm'),
    ];
    expect(new Set([id, ...others]).size).toBe(4);
  });
});

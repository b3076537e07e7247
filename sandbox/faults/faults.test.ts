import { faultInputSchema } from './fault';
import { Faults } from './faults';

function add(faults: Faults, input: object): void {
  faults.add(faultInputSchema.parse(input));
}

describe('Faults', () => {
  it('hits as many calls as it says, then is gone', () => {
    const faults = new Faults();
    add(faults, { target: 'evolution.sendText', kind: 'hang', times: 2 });
    const taken = [1, 2, 3].map(() => faults.take('evolution.sendText').length);
    expect(taken).toEqual([1, 1, 0]);
    expect(faults.list()).toEqual([]);
  });

  it('stays until it is removed when no number is given', () => {
    const faults = new Faults();
    add(faults, { target: 'openai.chat', kind: 'garbage' });
    faults.take('openai.chat');
    expect(faults.list()).toMatchObject([{ hits: 1 }]);
    expect(faults.remove(faults.list()[0]?.id ?? '')).toBe(true);
    expect(faults.remove('unknown')).toBe(false);
    expect(faults.take('openai.chat')).toEqual([]);
  });

  it('reads as a script: one outcome for each call, in order, with every delay', () => {
    const faults = new Faults();
    add(faults, { target: 'openai.chat', kind: 'delay', ms: 1 });
    add(faults, { target: 'openai.chat', kind: 'status', status: 500, times: 1 });
    add(faults, { target: 'openai.chat', kind: 'status', status: 429, times: 1 });
    const calls = [1, 2, 3].map(() => faults.take('openai.chat').map(({ kind }) => kind));
    expect(calls).toEqual([['delay', 'status'], ['delay', 'status'], ['delay']]);
  });

  it('lets the first calls pass when told to', () => {
    const faults = new Faults();
    add(faults, { target: 'webhook', kind: 'drop', after: 2, times: 1 });
    expect([1, 2, 3, 4].map(() => faults.take('webhook').length)).toEqual([0, 0, 1, 0]);
  });

  it('hits only the calls it is meant for', () => {
    const faults = new Faults();
    add(faults, { target: 'evolution.*', kind: 'hang', instance: 'loja' });
    add(faults, { target: 'webhook', kind: 'drop', event: 'messages.upsert' });
    add(faults, { target: 'openai.*', kind: 'hang', contains: 'Marina' });
    expect(faults.take('evolution.connect', { instance: 'loja' })).toHaveLength(1);
    expect(faults.take('evolution.connect', { instance: 'outra' })).toHaveLength(0);
    expect(faults.take('webhook', { event: 'messages.upsert' })).toHaveLength(1);
    expect(faults.take('webhook', { event: 'send.message' })).toHaveLength(0);
    expect(faults.take('openai.embeddings', { text: () => 'oi, Marina' })).toHaveLength(1);
    expect(faults.take('openai.embeddings', { text: () => 'oi' })).toHaveLength(0);
  });

  it.each([
    { target: 'openai.embeddings', kind: 'refusal' },
    { target: 'evolution.sendText', kind: 'duplicate' },
    { target: 'webhook', kind: 'hang' },
    { target: 'smtp', kind: 'status', status: 500 },
    { target: 'evolution.unknown', kind: 'hang' },
    { target: 'openai.chat', kind: 'status' },
  ])('refuses %j', (input) => {
    expect(faultInputSchema.safeParse(input).success).toBe(false);
  });
});

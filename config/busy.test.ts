import { type Spent, watchBusy } from './busy';

describe('watchBusy', () => {
  let spent: { loop: Spent; machine: Spent };
  beforeEach(() => {
    spent = { loop: { active: 0, idle: 0 }, machine: { active: 0, idle: 0 } };
  });
  const watch = () => watchBusy({ loop: () => ({ ...spent.loop }), machine: () => ({ ...spent.machine }) });
  /** So long passes, with this share of work in our loop and on each of two processors. */
  const pass = (ms: number, loop: number, machine = loop) => {
    spent.loop.active += ms * loop;
    spent.loop.idle += ms * (1 - loop);
    spent.machine.active += 2 * ms * machine;
    spent.machine.idle += 2 * ms * (1 - machine);
  };

  it.each([
    { loop: 0.1, machine: 0.1, busy: false },
    { loop: 0.7, machine: 0.75, busy: false },
    { loop: 0.9, machine: 0.5, busy: true },
    { loop: 0.4, machine: 0.95, busy: true },
  ])('with $loop of the loop and $machine of the machine at work: $busy', ({ loop, machine, busy }) => {
    const isBusy = watch();
    pass(500, loop, machine);
    expect(isBusy()).toBe(busy);
  });

  it('does not judge by a moment', () => {
    const isBusy = watch();
    pass(100, 1);
    expect(isBusy()).toBe(false);
    pass(200, 1);
    expect(isBusy()).toBe(true);
  });

  it('is calm again after a rest', () => {
    const isBusy = watch();
    pass(500, 1);
    expect(isBusy()).toBe(true);
    pass(500, 0.2);
    expect(isBusy()).toBe(false);
  });

  it('reads this process and this machine', () => {
    expect(typeof watchBusy()()).toBe('boolean');
  });
});

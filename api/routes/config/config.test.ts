import { DEFAULT_MESSAGES } from '../../../domain/agent/default-messages';
import { DEFAULT_TIMING } from '../../../domain/conversation/timing';
import { DEFAULT_HOURS } from '../../../domain/hours/opening-hours';
import { type Harness, startHarness } from '../../../tests/support/harness';
import type { TestTenant } from '../../../tests/support/test-tenant';

let harness: Harness;
let tenant: TestTenant;
beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
}, 60_000);
afterAll(() => harness.close());

const CONFIG = '/api/v1/config';
const HOURS = {
  timeZone: 'America/Manaus',
  weekly: [
    { day: 1, opens: '08:00', closes: '12:00' },
    { day: 5, opens: '18:00', closes: '02:00' },
  ],
  extraDates: [{ date: '2026-12-24', name: 'Véspera', open: [{ opens: '08:00', closes: '12:00' }] }],
  holidays: false,
  optionalHolidays: true,
  aiAnswers: false,
  whileClosed: 'handover',
  returnInOpenHours: true,
};

describe('the settings (S2.37)', () => {
  it('of a new tenant keep no hours, and have words for them', async () => {
    const { body } = await (await harness.tenant()).get(CONFIG);
    expect(body).toMatchObject({ messages: DEFAULT_MESSAGES, timing: DEFAULT_TIMING });
    expect(body.hours).toEqual({ ...DEFAULT_HOURS, timeZone: 'America/Sao_Paulo' });
  });

  it('take hours, and give back what they took', async () => {
    const { body } = await tenant.get(CONFIG);
    const answer = await tenant.put(CONFIG, { ...body, hours: HOURS });
    expect(answer).toMatchObject({ status: 200, body: { hours: HOURS } });
    expect((await tenant.get(CONFIG)).body.hours).toEqual(HOURS);
  });

  it('keep what a caller who does not know of it leaves out', async () => {
    await tenant.configure({
      messages: { outOfHours: 'Fechado.', closing: 'Até logo!' },
      timing: { backlogMaxAgeMs: 0 },
      hours: HOURS,
    });
    const { body } = await tenant.get(CONFIG);
    const { greeting, fallback, waiting, humanReturn, unanswered } = body.messages;
    const { debounceMs, debounceMaxMs, humanReturnMs, idleCloseMs } = body.timing;
    const asBefore = {
      tone: 'formal',
      confidenceThreshold: 0.6,
      messages: { greeting, fallback, waiting, humanReturn, unanswered },
      timing: { debounceMs, debounceMaxMs, humanReturnMs, idleCloseMs },
    };
    const changed = await tenant.put(CONFIG, asBefore);
    expect(changed).toMatchObject({ status: 200 });
    expect(changed.body).toEqual({ ...body, tone: 'formal', confidenceThreshold: 0.6 });
    const oneHour = await tenant.put(CONFIG, { ...asBefore, hours: { holidays: true } });
    expect(oneHour.body.hours).toEqual({ ...HOURS, holidays: true });
  });

  it.each([
    ['an unknown place', { timeZone: 'Brasil/Aqui' }, 'hours.timeZone'],
    ['a time that is none', { weekly: [{ day: 1, opens: '8:00', closes: '12:00' }] }, 'hours.weekly.0.opens'],
    ['a day that is none', { weekly: [{ day: 7, opens: '08:00', closes: '12:00' }] }, 'hours.weekly.0.day'],
    [
      'a date that is none',
      { extraDates: [{ date: '2026-02-30', name: '', open: [] }] },
      'hours.extraDates.0.date',
    ],
    ['a field that is none', { lunch: true }, 'hours'],
  ])('refuse %s and change nothing', async (_, hours, path) => {
    const { body } = await tenant.get(CONFIG);
    const answer = await tenant.put(CONFIG, { ...body, hours: { ...body.hours, ...hours } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect((await tenant.get(CONFIG)).body).toEqual(body);
  });

  it('are changed by managers, and are nobody else’s', async () => {
    const agent = await harness.tenant({ role: 'ORG_AGENT' });
    const { body } = await agent.get(CONFIG);
    expect((await agent.put(CONFIG, { ...body, hours: HOURS })).status).toBe(403);
    expect((await agent.get(CONFIG)).body.hours.timeZone).toBe('America/Sao_Paulo');
  });
});

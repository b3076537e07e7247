import { DEFAULT_MESSAGES } from '../../../../../domain/agent/default-messages';
import { DEFAULT_TIMING } from '../../../../../domain/conversation/timing';
import { DEFAULT_HOURS } from '../../../../../domain/hours/opening-hours';
import type { BotConfig } from '../../../lib/api/types';
import { toConfig, toForm } from './config-form';
import { configFormSchema } from './config-schema';
import { formFieldOf } from './server-field';

const config: BotConfig = {
  tone: 'casual',
  messages: DEFAULT_MESSAGES,
  confidenceThreshold: 0.55,
  timing: DEFAULT_TIMING,
  hours: { ...DEFAULT_HOURS, timeZone: 'America/Sao_Paulo' },
};
const problems = (change: (form: ReturnType<typeof toForm>) => void) => {
  const form = toForm(config);
  change(form);
  const result = configFormSchema.safeParse(form);
  return (result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};

describe('the settings as a form', () => {
  it('gives back what it was given', () => {
    expect(toConfig(toForm(config))).toEqual(config);
  });

  it('shows times as people say them', () => {
    const { timing } = toForm(config);
    expect(timing.debounceMs).toEqual({ amount: '2', unit: 'second' });
    expect(timing.humanReturnMs).toEqual({ amount: '24', unit: 'hour' });
    expect(timing.idleCloseMs).toEqual({ amount: '6', unit: 'hour' });
  });

  it('is right as it comes', () => {
    expect(problems(() => undefined)).toEqual([]);
  });

  it('wants the messages that are always said', () => {
    expect(
      problems((form) => {
        form.messages = {
          greeting: '',
          waiting: '',
          fallback: ' ',
          humanReturn: '',
          unanswered: 'x',
          outOfHours: '',
          closing: '',
        };
      }),
    ).toEqual(['messages.fallback: problem.messageMissing', 'messages.humanReturn: problem.messageMissing']);
  });

  it('keeps messages and times within their limits', () => {
    expect(
      problems((form) => {
        form.messages.greeting = 'x'.repeat(1_001);
        form.timing.debounceMs = { amount: '61', unit: 'second' };
        form.timing.humanReturnMs = { amount: '0', unit: 'hour' };
        form.timing.idleCloseMs = { amount: 'logo', unit: 'hour' };
      }),
    ).toEqual([
      'messages.greeting: problem.messageLong',
      'timing.debounceMs.amount: problem.tooLong',
      'timing.humanReturnMs.amount: problem.tooShort',
      'timing.idleCloseMs.amount: problem.notNumber',
    ]);
  });
});

describe('hours in the form', () => {
  it('want every time and date to be filled in', () => {
    expect(
      problems((form) => {
        form.hours.weekly = [{ day: 1, opens: '08:00', closes: '' }];
        form.hours.extraDates = [{ date: '', name: '', open: [{ opens: '', closes: '12:00' }] }];
      }),
    ).toEqual([
      'hours.weekly.0.closes: problem.timeMissing',
      'hours.extraDates.0.date: problem.dateMissing',
      'hours.extraDates.0.open.0.opens: problem.timeMissing',
    ]);
  });

  it('do not change what is stored while they are edited', () => {
    const form = toForm(config);
    form.hours.weekly.push({ day: 1, opens: '08:00', closes: '12:00' });
    expect(config.hours.weekly).toEqual([]);
  });
});

describe('formFieldOf', () => {
  it.each([
    ['messages.fallback', 'messages.fallback'],
    ['confidenceThreshold', 'threshold'],
    ['timing.humanReturnMs', 'timing.humanReturnMs.amount'],
    ['tone', 'tone'],
    ['somewhere.else', undefined],
  ])('%s is %s', (path, field) => {
    expect(formFieldOf(path)).toBe(field);
  });
});

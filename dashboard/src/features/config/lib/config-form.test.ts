import { DEFAULT_MESSAGES } from '../../../../../domain/agent/default-messages';
import { DEFAULT_PACE } from '../../../../../domain/conversation/pace';
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
  pace: DEFAULT_PACE,
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

describe('the pace in the form', () => {
  it('has times in seconds, and takes a decimal comma', () => {
    const form = toForm(config);
    expect(form.pace).toEqual({
      charactersPerSecond: '40',
      pauseMaxMs: '6',
      customerTypingMaxMs: '15',
      sendPerMinute: '60',
      sendBurst: '20',
    });
    form.pace.pauseMaxMs = '2,5';
    expect(toConfig(form).pace).toEqual({ ...DEFAULT_PACE, pauseMaxMs: 2_500 });
  });

  it.each([
    ['charactersPerSecond', '1001', 'outOfRange'],
    ['charactersPerSecond', '12,5', 'notWhole'],
    ['pauseMaxMs', '30,001', 'outOfRange'],
    ['customerTypingMaxMs', 'dois', 'notNumber'],
    ['sendPerMinute', '-1', 'notNumber'],
    ['sendBurst', '0', 'outOfRange'],
    ['sendBurst', '', 'notNumber'],
  ] as const)('does not take %s %j', (name, typed, wrong) => {
    expect(
      problems((form) => {
        form.pace[name] = typed;
      }),
    ).toEqual([`pace.${name}: problem.${wrong}`]);
  });

  it.each([
    ['charactersPerSecond', '0'],
    ['pauseMaxMs', '30'],
    ['customerTypingMaxMs', '0,8'],
    ['sendBurst', ' 1 '],
  ] as const)('takes %s %j', (name, typed) => {
    expect(
      problems((form) => {
        form.pace[name] = typed;
      }),
    ).toEqual([]);
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
    ['pace.sendBurst', 'pace.sendBurst'],
    ['tone', 'tone'],
    ['somewhere.else', undefined],
  ])('%s is %s', (path, field) => {
    expect(formFieldOf(path)).toBe(field);
  });
});

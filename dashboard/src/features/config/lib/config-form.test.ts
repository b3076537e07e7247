import { DEFAULT_MESSAGES } from '../../../../../domain/agent/default-messages';
import { DEFAULT_TIMING } from '../../../../../domain/conversation/timing';
import type { BotConfig } from '../../../lib/api/types';
import { toConfig, toForm } from './config-form';
import { configFormSchema } from './config-schema';
import { formFieldOf } from './server-field';

const config: BotConfig = {
  tone: 'casual',
  messages: DEFAULT_MESSAGES,
  confidenceThreshold: 0.55,
  timing: DEFAULT_TIMING,
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
        form.messages = { greeting: '', waiting: '', fallback: ' ', humanReturn: '', unanswered: 'x' };
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

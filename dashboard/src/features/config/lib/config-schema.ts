import * as z from 'zod';
import '../../../lib/zod-without-eval';
import { BOT_MESSAGE_MAX_CHARACTERS } from '../../../../../domain/agent/default-messages';
import { Tone } from '../../../../../domain/agent/tone';
import { PACE_LIMITS } from '../../../../../domain/conversation/pace';
import { timingLimits } from '../../../../../domain/conversation/timing';
import { WALL_TIME_PATTERN, WhileClosed } from '../../../../../domain/hours/opening-hours';
import type { TimingName } from './config-form';
import { toMilliseconds, UNITS } from './duration-units';
import { type PaceName, readPaceField } from './pace-fields';

/** The widest the server may allow; a server in production asks for at least a minute where it matters. */
export const TIMING_LIMITS = timingLimits(false);

/** Messages are keys of the config texts. */
export const CONFIG_PROBLEMS = [
  'problem.messageMissing',
  'problem.messageLong',
  'problem.notNumber',
  'problem.tooShort',
  'problem.tooLong',
  'problem.notWhole',
  'problem.outOfRange',
  'problem.timeMissing',
  'problem.dateMissing',
] as const;
export type ConfigProblem = (typeof CONFIG_PROBLEMS)[number];

const message = z.string().trim().max(BOT_MESSAGE_MAX_CHARACTERS, problem('messageLong'));
const saidMessage = message.min(1, problem('messageMissing'));

function duration(name: TimingName) {
  const { min, max } = TIMING_LIMITS[name];
  const units = Object.keys(UNITS) as (keyof typeof UNITS)[];
  return z.object({ amount: z.string(), unit: z.enum(units) }).check((check) => {
    const ms = toMilliseconds(check.value);
    const wrong = ms === undefined ? 'notNumber' : ms < min ? 'tooShort' : ms > max ? 'tooLong' : undefined;
    if (wrong === undefined) return;
    check.issues.push({ code: 'custom', path: ['amount'], message: problem(wrong), input: check.value });
  });
}

function problemOfFigure(
  value: number | undefined,
  { min, max }: { min: number; max: number },
): 'notNumber' | 'notWhole' | 'outOfRange' | undefined {
  if (value === undefined) return 'notNumber';
  if (!Number.isInteger(value)) return 'notWhole';
  return value < min || value > max ? 'outOfRange' : undefined;
}

function paceField(name: PaceName) {
  return z.string().check((check) => {
    const wrong = problemOfFigure(readPaceField(name, check.value), PACE_LIMITS[name]);
    if (wrong !== undefined) {
      check.issues.push({ code: 'custom', message: problem(wrong), input: check.value });
    }
  });
}

const wall = z.string().regex(WALL_TIME_PATTERN, problem('timeMissing'));
const interval = { opens: wall, closes: wall };

export const configFormSchema = z.object({
  tone: z.enum(Tone),
  messages: z.object({
    greeting: message,
    fallback: saidMessage,
    waiting: message,
    humanReturn: saidMessage,
    unanswered: saidMessage,
    outOfHours: message,
    closing: message,
  }),
  threshold: z.number().min(0).max(100),
  timing: z.object({
    debounceMs: duration('debounceMs'),
    debounceMaxMs: duration('debounceMaxMs'),
    humanReturnMs: duration('humanReturnMs'),
    idleCloseMs: duration('idleCloseMs'),
    backlogMaxAgeMs: duration('backlogMaxAgeMs'),
  }),
  hours: z.object({
    timeZone: z.string(),
    weekly: z.array(z.object({ day: z.number(), ...interval })),
    extraDates: z.array(
      z.object({
        date: z.iso.date(problem('dateMissing')),
        name: z.string().trim(),
        open: z.array(z.object(interval)),
      }),
    ),
    holidays: z.boolean(),
    optionalHolidays: z.boolean(),
    aiAnswers: z.boolean(),
    whileClosed: z.enum(WhileClosed),
    returnInOpenHours: z.boolean(),
  }),
  pace: z.object({
    charactersPerSecond: paceField('charactersPerSecond'),
    pauseMaxMs: paceField('pauseMaxMs'),
    customerTypingMaxMs: paceField('customerTypingMaxMs'),
    sendPerMinute: paceField('sendPerMinute'),
    sendBurst: paceField('sendBurst'),
  }),
});

export function problem(name: ConfigProblem extends `problem.${infer Name}` ? Name : never): ConfigProblem {
  return `problem.${name}`;
}

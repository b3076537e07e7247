import { DEFAULT_PACE } from '../../../../../domain/conversation/pace';
import type { BotConfig } from '../../../lib/api/types';
import { type DurationField, toDurationField, toMilliseconds, type Unit } from './duration-units';
import { type PaceForm, toPace, toPaceForm } from './pace-fields';

export type TimingName = keyof BotConfig['timing'];
export type MessageName = keyof BotConfig['messages'];

/** In the order in which a conversation meets them. */
export const MESSAGE_NAMES: MessageName[] = [
  'greeting',
  'waiting',
  'fallback',
  'outOfHours',
  'unanswered',
  'humanReturn',
  'closing',
];
export const TIMING_NAMES: TimingName[] = [
  'debounceMs',
  'debounceMaxMs',
  'humanReturnMs',
  'idleCloseMs',
  'backlogMaxAgeMs',
];

/** Those that may be left empty: nothing is said then, or another one. */
export const OPTIONAL_MESSAGES: MessageName[] = ['greeting', 'waiting', 'outOfHours', 'closing'];

/** The units that make sense for each time. */
export const TIMING_UNITS: Record<TimingName, Unit[]> = {
  debounceMs: ['second'],
  debounceMaxMs: ['second', 'minute'],
  humanReturnMs: ['second', 'minute', 'hour', 'day'],
  idleCloseMs: ['second', 'minute', 'hour', 'day'],
  backlogMaxAgeMs: ['minute', 'hour', 'day'],
};

/** The settings as the form holds them. */
export interface ConfigForm {
  tone: BotConfig['tone'];
  messages: BotConfig['messages'];
  /** 0 to 100. */
  threshold: number;
  timing: Record<TimingName, DurationField>;
  hours: BotConfig['hours'];
  pace: PaceForm;
}

export function toForm(config: BotConfig): ConfigForm {
  const field = (name: TimingName) => toDurationField(config.timing[name], TIMING_UNITS[name]);
  return {
    tone: config.tone,
    messages: { ...config.messages },
    threshold: Math.round(config.confidenceThreshold * 100),
    timing: {
      debounceMs: field('debounceMs'),
      debounceMaxMs: field('debounceMaxMs'),
      humanReturnMs: field('humanReturnMs'),
      idleCloseMs: field('idleCloseMs'),
      backlogMaxAgeMs: field('backlogMaxAgeMs'),
    },
    hours: structuredClone(config.hours),
    pace: toPaceForm(config.pace ?? DEFAULT_PACE),
  };
}

/** Of a form that the schema has passed: every time is a figure. */
export function toConfig(form: ConfigForm): BotConfig {
  const ms = (name: TimingName) => toMilliseconds(form.timing[name]) ?? 0;
  return {
    tone: form.tone,
    messages: form.messages,
    confidenceThreshold: form.threshold / 100,
    timing: {
      debounceMs: ms('debounceMs'),
      debounceMaxMs: ms('debounceMaxMs'),
      humanReturnMs: ms('humanReturnMs'),
      idleCloseMs: ms('idleCloseMs'),
      backlogMaxAgeMs: ms('backlogMaxAgeMs'),
    },
    hours: form.hours,
    pace: toPace(form.pace),
  };
}

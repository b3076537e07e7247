import { DEFAULT_PACE, type Pace } from '../../../../../domain/conversation/pace';

export type PaceName = keyof Pace;

/** Typing first, then what the number may send. */
export const PACE_NAMES: PaceName[] = [
  'charactersPerSecond',
  'pauseMaxMs',
  'customerTypingMaxMs',
  'sendPerMinute',
  'sendBurst',
];

/** How many of the setting's unit one of the field's is: times are stored in milliseconds and shown in seconds. */
export const PACE_FACTOR: Record<PaceName, number> = {
  charactersPerSecond: 1,
  pauseMaxMs: 1_000,
  customerTypingMaxMs: 1_000,
  sendPerMinute: 1,
  sendBurst: 1,
};

/** The figures as they are typed: not every typing is a number. */
export type PaceForm = Record<PaceName, string>;

export function toPaceForm(pace: Pace): PaceForm {
  const field = (name: PaceName) => String(pace[name] / PACE_FACTOR[name]);
  return {
    charactersPerSecond: field('charactersPerSecond'),
    pauseMaxMs: field('pauseMaxMs'),
    customerTypingMaxMs: field('customerTypingMaxMs'),
    sendPerMinute: field('sendPerMinute'),
    sendBurst: field('sendBurst'),
  };
}

/** A setting out of its field; undefined for what is no figure. Takes the decimal comma. */
export function readPaceField(name: PaceName, typed: string): number | undefined {
  const figure = typed.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(figure)) return undefined;
  const value = Number(figure) * PACE_FACTOR[name];
  // Milliseconds are fine enough for a time; of characters and messages there are no parts.
  return PACE_FACTOR[name] === 1 ? value : Math.round(value);
}

/** Of a form that the schema has passed: every field is a figure. */
export function toPace(form: PaceForm): Pace {
  const value = (name: PaceName) => readPaceField(name, form[name]) ?? DEFAULT_PACE[name];
  return {
    charactersPerSecond: value('charactersPerSecond'),
    pauseMaxMs: value('pauseMaxMs'),
    customerTypingMaxMs: value('customerTypingMaxMs'),
    sendPerMinute: value('sendPerMinute'),
    sendBurst: value('sendBurst'),
  };
}

export const DEFAULT_PACE_FORM = toPaceForm(DEFAULT_PACE);

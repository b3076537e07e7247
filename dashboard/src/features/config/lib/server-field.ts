import { MESSAGE_NAMES, type MessageName, TIMING_NAMES, type TimingName } from './config-form';
import { PACE_NAMES, type PaceName } from './pace-fields';

/** A field of the form, by the path under which the API names it; undefined for what the form does not hold. */
export function formFieldOf(
  path: string,
):
  | 'tone'
  | 'threshold'
  | `messages.${MessageName}`
  | `timing.${TimingName}.amount`
  | `pace.${PaceName}`
  | undefined {
  if (path === 'tone') return 'tone';
  if (path === 'confidenceThreshold') return 'threshold';
  const message = MESSAGE_NAMES.find((name) => path === `messages.${name}`);
  if (message !== undefined) return `messages.${message}`;
  const pace = PACE_NAMES.find((name) => path === `pace.${name}`);
  if (pace !== undefined) return `pace.${pace}`;
  const timing = TIMING_NAMES.find((name) => path === `timing.${name}`);
  return timing === undefined ? undefined : `timing.${timing}.amount`;
}

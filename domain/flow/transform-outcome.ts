import type { FlowOutcome } from './order';
import { asType } from './runtime/logic';
import { RUN_LIMITS } from './runtime/state';
import { jsonbSafe } from './runtime/jsonb-safe';
import { asText, type FlowObject, type FlowType, type FlowValue, weigh } from './runtime/value';

/** What an expression came to, wherever it was evaluated. */
export type Made = { ok: true; value: FlowValue } | { ok: false; error: { type: string; message: string } };

/** How a `transform` node ends with it. */
export function transformOutcome({ type }: FlowObject, made: Made): FlowOutcome {
  if (!made.ok) return { error: made.error };
  const value = asType(jsonbSafe(made.value), asText(type) as FlowType);
  if (!value.ok) return { error: { type: value.fault.code, message: value.fault.detail } };
  const output = { resultado: value.value };
  if (weigh(output, RUN_LIMITS.output) > RUN_LIMITS.output) {
    return { error: { type: 'too_large', message: 'The result is larger than a flow can carry' } };
  }
  return { handle: 'out', output };
}

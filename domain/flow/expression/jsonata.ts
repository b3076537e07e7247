import jsonata from 'jsonata';
import { RUN_LIMITS } from '../runtime/state';
import type { FlowObject, FlowValue } from '../runtime/value';
import type { Made } from '../transform-outcome';

/** What is wrong with how it is written; undefined: nothing. */
export function jsonataProblem(expression: string): string | undefined {
  try {
    jsonata(expression);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/**
 * Evaluates JSONata (https://docs.jsonata.org). Never throws, and knows no limit: only where it can be ended (adapters/jsonata,
 * and a worker of the browser).
 */
export async function evaluateJsonata(expression: string, input: FlowObject): Promise<Made> {
  try {
    const value: unknown = await jsonata(expression).evaluate(input);
    const json = JSON.stringify(value, withoutFunctions) as string | undefined;
    if (json === undefined) return { ok: true, value: null };
    // Before it is handed over to the process that asked, which must not have to carry it.
    if (json.length > RUN_LIMITS.output) return refused('too_large', `${json.length} characters`);
    return { ok: true, value: JSON.parse(json) as FlowValue };
  } catch (error) {
    return refused('invalid_expression', messageOf(error));
  }
}

function refused(type: string, message: string): Made {
  return { ok: false, error: { type, message } };
}

/** A function of JSONata is an object that leads to all it can see. */
function withoutFunctions(_key: string, value: unknown): unknown {
  const marks = value as { _jsonata_lambda?: true; _jsonata_function?: true } | null;
  const isFunction =
    typeof value === 'object' && (marks?._jsonata_lambda === true || marks?._jsonata_function === true);
  return isFunction ? undefined : value;
}

/** JSONata throws plain objects: {code, position, token, message}. */
function messageOf(error: unknown): string {
  const { message } = error as { message?: unknown };
  return typeof message === 'string' ? message.slice(0, 500) : 'It did not work';
}

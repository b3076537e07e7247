import type { FlowObject, FlowValue, Outcome } from './value';

/**
 * What understands words of tenants. Given to the interpreter, so that it runs where these words may: in an activity, on
 * the server, in a browser; a workflow's sandbox loads none of it. None of them throws.
 */
export interface FlowTools {
  /** CEL. */
  evaluate(expression: string, scope: FlowObject): Outcome<FlowValue>;
  /** A template; alone, a placeholder keeps its type. Zone: IANA. */
  render(template: string, scope: FlowObject, zone: string): Outcome<FlowValue>;
  /** RE2, letters of either case. */
  matches(pattern: string, text: string): Outcome<boolean>;
}

/** How bad: errors forbid publishing, warnings ask to look again, hints advise. Saving a draft is never forbidden. */
export type Severity = 'error' | 'warning' | 'hint';

/** Every code and its severity. The words are the editor's. */
export const FINDINGS = {
  // the drawing
  no_trigger: 'error',
  too_many_nodes: 'error',
  duplicate_id: 'error',
  unknown_kind: 'error',
  unknown_version: 'error',
  dangling_edge: 'error',
  unknown_handle: 'error',
  handle_twice: 'error',
  edge_into_trigger: 'error',
  unreachable: 'error',
  handle_unwired: 'error',
  cycle_without_wait: 'error',
  enters_body: 'error',
  body_returns: 'error',
  question_in_body: 'error',
  jump_target_missing: 'error',
  jump_not_upstream: 'error',
  // settings
  invalid_settings: 'error',
  placeholder_left: 'error',
  missing_reference: 'error',
  invalid_template: 'error',
  invalid_expression: 'error',
  invalid_pattern: 'error',
  invalid_path: 'error',
  unknown_variable: 'error',
  duplicate_name: 'error',
  duplicate_variable: 'error',
  reserved_name: 'error',
  plan_limit: 'error',
  invalid_zone: 'error',
  invalid_schedule: 'error',
  shares_not_100: 'error',
  subflow_of_itself: 'error',
  private_address: 'error',
  not_a_yes_or_no: 'error',
  default_of_wrong_type: 'error',
  // WhatsApp
  too_many_buttons: 'error',
  button_too_long: 'error',
  too_many_rows: 'error',
  row_too_long: 'error',
  text_too_long: 'error',
  file_too_large: 'error',
  file_type_unsupported: 'error',
  // worth a second look
  silent_end: 'warning',
  many_messages: 'warning',
  marketing_after_wait: 'warning',
  overlapping_triggers: 'warning',
  nobody_waits: 'warning',
  no_end: 'warning',
  maybe_unset: 'warning',
  compares_types: 'warning',
  // advice
  many_nodes: 'hint',
  buttons_become_text: 'hint',
  no_out_of_hours: 'hint',
  long_prompt: 'hint',
} as const satisfies Record<string, Severity>;
export type FindingCode = keyof typeof FINDINGS;

export interface Finding {
  code: FindingCode;
  severity: Severity;
  nodeId?: string;
  edgeId?: string;
  /** Within the node's settings, by points: `messages.0`; or `timeoutSeconds`, `onError` of the node itself. */
  field?: string;
  data?: Record<string, string | number>;
}

export function finding(code: FindingCode, place: Omit<Finding, 'code' | 'severity'> = {}): Finding {
  return { code, severity: FINDINGS[code], ...place };
}

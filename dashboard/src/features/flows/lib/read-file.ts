import { FLOW_FORMAT } from '../../../../../domain/flow/document';
import type { FileFormat } from '../api/shapes';

export type ReadFile =
  | { ok: true; format: FileFormat; name: string; document: Record<string, unknown> }
  | { ok: false; reason: 'empty' | 'not_json' | 'unknown' };

/** What somebody pasted or dropped, and whose file it is. */
export function readFlowFile(text: string): ReadFile {
  if (text.trim() === '') return { ok: false, reason: 'empty' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'not_json' };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { ok: false, reason: 'unknown' };
  }
  const document = parsed as Record<string, unknown>;
  const name = typeof document['name'] === 'string' ? document['name'] : '';
  if (document['format'] === FLOW_FORMAT) return { ok: true, format: 'prosa', name, document };
  return isTypebot(document)
    ? { ok: true, format: 'typebot', name, document }
    : { ok: false, reason: 'unknown' };
}

/** Every version of Typebot's export has groups (blocks, before version 3) and edges. */
function isTypebot(document: Record<string, unknown>): boolean {
  return Array.isArray(document['edges']) && ['groups', 'blocks'].some((key) => Array.isArray(document[key]));
}

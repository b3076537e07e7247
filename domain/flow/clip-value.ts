import { type FlowValue, isFlowObject } from './runtime/value';

/** How much of a value is enough to show what it looks like. */
const CLIP = { text: 500, items: 20, keys: 50, depth: 6 };

/**
 * JSON cut to what a sample needs: texts at 500 characters (an ellipsis says so), lists at 20 elements, objects at 50 keys,
 * six levels (deeper ones are null). Kinds of values stay what they are. Gives undefined for what is not JSON.
 */
export function clipValue(value: unknown, depth = 0): FlowValue | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'string') return value.length > CLIP.text ? `${cutText(value)}…` : value;
  if (typeof value !== 'object') return undefined;
  if (depth >= CLIP.depth) return null;
  if (Array.isArray(value)) {
    return value.slice(0, CLIP.items).map((item) => clipValue(item, depth + 1) ?? null);
  }
  if (!isFlowObject(value)) return undefined;
  const entries = Object.entries(value).slice(0, CLIP.keys);
  return Object.fromEntries(
    entries.flatMap(([key, inner]) => {
      const clipped = clipValue(inner, depth + 1);
      return clipped === undefined ? [] : [[key, clipped]];
    }),
  );
}

/** Never half of a character that takes two places. */
function cutText(text: string): string {
  const cut = text.slice(0, CLIP.text);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}

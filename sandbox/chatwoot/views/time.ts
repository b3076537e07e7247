/** Whole seconds, with 0 for what has not happened, as Ruby's `nil.to_i` gives. */
export function seconds(ms: number | null): number {
  return Math.floor((ms ?? 0) / 1_000);
}

export function iso(ms: number): string;
export function iso(ms: number | null): string | null;
export function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

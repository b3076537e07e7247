/** What a tenant's fixed texts may name between double braces, by text. */
export const MESSAGE_VARIABLES = {
  outOfHours: ['opensAt', 'business'],
  closing: ['business'],
} as const;

/** Puts values in the places of {{names}}. A name without a value stays as it is: the tenant sees the slip. */
export function fillVariables(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  );
}

/** +55 41 98811-0001 from 5541988110001; other countries only get their plus. */
export function formatNumber(digits: string): string {
  const brazilian = /^55(\d{2})(\d{4,5})(\d{4})$/.exec(digits);
  if (brazilian === null) return `+${digits}`;
  const [, area = '', first = '', last = ''] = brazilian;
  return `+55 ${area} ${first}-${last}`;
}

/** Digits with the country code from what somebody typed; undefined when it is no number. */
export function parseNumber(typed: string): string | undefined {
  const digits = typed.replace(/\D/g, '');
  if (/^\d{10,11}$/.test(digits)) return `55${digits}`;
  return /^\d{12,15}$/.test(digits) ? digits : undefined;
}

/** As people read a number: +55 (41) 98811-0001. Other countries keep their digits together after the plus. */
export function formatPhone(digits: string): string {
  const brazilian = /^55(\d{2})(\d{4,5})(\d{4})$/.exec(digits);
  if (brazilian === null) return `+${digits}`;
  const [, area = '', first = '', last = ''] = brazilian;
  return `+55 (${area}) ${first}-${last}`;
}

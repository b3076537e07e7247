const PHONE = '@s.whatsapp.net';

/**
 * The address WhatsApp knows a number by. Brazilian accounts outside the first area codes were made before the
 * ninth digit, so WhatsApp drops it where area code ≥ 31 and the next digit ≥ 7; Mexico and Argentina drop the
 * digit after the country code.
 */
export function jidOf(number: string): string {
  if (/@(g\.us|s\.whatsapp\.net|lid|broadcast)$/.test(number)) return number;
  const digits = (number.split(/[:@]/)[0] ?? '').replace(/\D/g, '');
  if (digits.length >= 18) return `${digits}@g.us`;
  return `${withoutExtraDigit(digits)}${PHONE}`;
}

function withoutExtraDigit(digits: string): string {
  if (/^5[24]\d{11}$/.test(digits)) return digits.slice(0, 2) + digits.slice(3);
  const brazilian = /^55(\d{2})\d(\d{8})$/.exec(digits);
  if (brazilian === null) return digits;
  const [, area = '', rest = ''] = brazilian;
  return Number(area) >= 31 && rest >= '7' ? `55${area}${rest}` : digits;
}

export function isGroup(jid: string): boolean {
  return jid.endsWith('@g.us');
}

export function isLid(jid: string): boolean {
  return jid.endsWith('@lid');
}

export function digitsOf(jid: string): string {
  return (jid.split('@')[0] ?? '').replace(/\D/g, '');
}

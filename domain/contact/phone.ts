/**
 * One spelling for one phone: digits with country code, Brazilian mobiles with their ninth digit. WhatsApp knows
 * many Brazilian numbers without it (5531 8765-4321 is 5531 98765-4321), and echoes whichever it likes.
 *
 * @returns undefined when it cannot be a phone number (E.164: 8 to 15 digits)
 */
export function normalizePhone(input: string): string | undefined {
  const digits = input.replace(/\D/g, '');
  if (digits.length < 8 || digits.length > 15) return undefined;
  const brazilianWithoutNinth = /^55([1-9]\d)([6-9]\d{7})$/.exec(digits);
  return brazilianWithoutNinth ? `55${brazilianWithoutNinth[1]}9${brazilianWithoutNinth[2]}` : digits;
}

/** Areas there are in Brazil (Anatel): the second digit is never 0. */
const BRAZILIAN = /^55[1-9][1-9](9\d{8}|[2-5]\d{7})$/;

/**
 * A phone as somebody in Brazil writes it down: area and number, with or without the country, +country from abroad.
 *
 * @returns as normalizePhone; undefined for what nobody can be called by
 */
export function readPhone(input: string): string | undefined {
  const trimmed = input.trim();
  // (0x) is no area; 0 before an area is how one dials.
  if (!/^\+?[\d\s().-]{8,30}$/.test(trimmed) || /\(\s*0\d\s*\)/.test(trimmed)) return undefined;
  const digits = trimmed.replace(/\D/g, '').replace(/^0+/, '');
  const national = !trimmed.startsWith('+') && (digits.length === 10 || digits.length === 11);
  const phone = normalizePhone(national ? `55${digits}` : digits);
  if (phone === undefined || (phone.startsWith('55') && !BRAZILIAN.test(phone))) return undefined;
  // Without a plus it is a Brazilian's own number, or one that names Brazil.
  return phone.startsWith('55') || trimmed.startsWith('+') ? phone : undefined;
}

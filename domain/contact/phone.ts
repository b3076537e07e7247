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

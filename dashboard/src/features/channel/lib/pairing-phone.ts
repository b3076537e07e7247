import { normalizePhone } from '../../../../../domain/contact/phone';

/**
 * The phone to pair, as it was typed: in Brazil people leave the country out, elsewhere they begin with a plus.
 *
 * @returns digits with country code; undefined for what is no phone number
 */
export function pairingPhone(typed: string): string | undefined {
  const digits = typed.replace(/\D/g, '').replace(/^0+/, '');
  const isNational = !typed.trim().startsWith('+') && (digits.length === 10 || digits.length === 11);
  return normalizePhone(isNational ? `55${digits}` : digits);
}

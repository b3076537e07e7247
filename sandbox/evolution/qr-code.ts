import { randomBytes, randomInt } from 'node:crypto';
import { toDataURL } from 'qrcode';

export interface QrCode {
  pairingCode: string | null;
  code?: string;
  base64?: string;
  count: number;
}

const PAIRING_LETTERS = '123456789ABCDEFGHJKLMNPQRSTVWXYZ';

/** The text WhatsApp's companion pairing shows, and its picture. */
export async function newQrCode(count: number, pairingCode: string | null): Promise<QrCode> {
  const part = (bytes: number): string => randomBytes(bytes).toString('base64');
  const code = `2@${part(66)},${part(32)},${part(32)},${part(32)},1`;
  const base64 = await toDataURL(code, { margin: 3, scale: 4, errorCorrectionLevel: 'M' });
  return { pairingCode, code, base64, count };
}

/** Eight characters that are not mistaken for one another, e.g. WZYEH1YY. */
export function newPairingCode(): string {
  return Array.from({ length: 8 }, () => PAIRING_LETTERS[randomInt(PAIRING_LETTERS.length)] ?? '1').join('');
}

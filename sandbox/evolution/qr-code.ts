import { randomBytes, randomInt } from 'node:crypto';
import { create } from 'qrcode';
import { drawPng } from '../png';

export interface QrCode {
  pairingCode: string | null;
  code?: string;
  base64?: string;
  count: number;
}

/** Empty modules around the code, and points a module. */
const MARGIN = 3;
const POINTS = 4;
const BLACK = [0, 0, 0] as const;
const WHITE = [255, 255, 255] as const;
const PAIRING_LETTERS = '123456789ABCDEFGHJKLMNPQRSTVWXYZ';

/** The text WhatsApp's companion pairing shows, and its picture. */
export function newQrCode(count: number, pairingCode: string | null): QrCode {
  const part = (bytes: number): string => randomBytes(bytes).toString('base64');
  const code = `2@${part(66)},${part(32)},${part(32)},${part(32)},1`;
  return { pairingCode, code, base64: pictureOf(code), count };
}

function pictureOf(code: string): string {
  const { modules } = create(code, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 2 * MARGIN) * POINTS;
  const png = drawPng(side, side, (x, y) => {
    const [column, row] = [Math.floor(x / POINTS) - MARGIN, Math.floor(y / POINTS) - MARGIN];
    const isInside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
    return isInside && modules.get(row, column) !== 0 ? BLACK : WHITE;
  });
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** Eight characters that are not mistaken for one another, e.g. WZYEH1YY. */
export function newPairingCode(): string {
  return Array.from({ length: 8 }, () => PAIRING_LETTERS[randomInt(PAIRING_LETTERS.length)] ?? '1').join('');
}

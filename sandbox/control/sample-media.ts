import { drawPng } from '../png';
import type { Media } from '../state/message';
import { drawVoice } from './sample-voice';

const WIDTH = 320;
const HEIGHT = 200;

type Kind = Media['kind'];

/** How long the sample of a voice note is. */
export const VOICE_SECONDS = 7;

const SAYS = 'Oi, tudo bem? Quanto custa a consulta com dermatologista?';
const SHOWS = 'Um céu de fim de tarde sobre morros escuros, com o sol baixo.';

/**
 * Small stand-ins for what people send: a real picture, a real PDF, a real voice note that is silent, and a film that
 * is only a header. What the voice says and the picture shows is written inside, for the model's stand-in to read.
 */
export function sampleMedia(kind: Kind, says?: string): Media {
  const makers: Record<Kind, () => Buffer> = {
    image: () => drawPng(WIDTH, HEIGHT, pixel, says ?? SHOWS),
    sticker: () => drawPng(WIDTH, HEIGHT, pixel),
    document: pdf,
    audio: () => drawVoice(says ?? SAYS, VOICE_SECONDS),
    video: mp4,
  };
  const bytes = makers[kind]();
  const details: Record<Kind, { mimetype: string; fileName: string | null }> = {
    image: { mimetype: 'image/png', fileName: null },
    sticker: { mimetype: 'image/png', fileName: null },
    document: { mimetype: 'application/pdf', fileName: 'pedido-medico.pdf' },
    audio: { mimetype: 'audio/ogg; codecs=opus', fileName: null },
    video: { mimetype: 'video/mp4', fileName: null },
  };
  return { kind, ...details[kind], base64: bytes.toString('base64'), url: null };
}

/** An evening sky over hills, drawn so that no picture has to be shipped. */
function pixel(x: number, y: number): [number, number, number] {
  const far = 120 + Math.sin(x / 34) * 16;
  const near = 152 + Math.sin(x / 21 + 2) * 14;
  if (y > near) return [38, 22, 66];
  if (y > far) return [76, 40, 122];
  if (Math.hypot(x - 236, y - 84) < 26) return [255, 214, 153];
  const fall = y / HEIGHT;
  return [Math.round(96 + 150 * fall), Math.round(60 + 70 * fall), Math.round(170 - 30 * fall)];
}

function pdf(): Buffer {
  const text = 'BT /F1 24 Tf 72 720 Td (Pedido medico) Tj ET';
  return Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
      `4 0 obj<</Length ${text.length}>>stream\n${text}\nendstream endobj`,
      '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
      'trailer<</Root 1 0 R>>',
      '%%EOF',
    ].join('\n'),
    'latin1',
  );
}

function mp4(): Buffer {
  return Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isommp41', 'latin1'), Buffer.alloc(488)]);
}

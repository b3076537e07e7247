import { deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

interface Pixels {
  width: number;
  height: number;
  /** Three bytes a pixel. */
  rgb: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/** The same picture in 256 colours: half the size, and a flat interface loses nothing that is seen. */
export async function inFewColours(png: Buffer, blank: Page): Promise<Buffer> {
  const { width, height, rgb } = await decode(png, blank);
  const palette = commonColours(rgb);
  const nearest = nearestIn(palette);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    // The first byte of a row names its filter; none suits a palette best.
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      rows[y * (width + 1) + 1 + x] = nearest(rgb.readUIntBE(at, 3));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, place) => colours.writeUIntBE(colour, place * 3, 3));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The browser that took it reads it back. */
async function decode(png: Buffer, blank: Page): Promise<Pixels> {
  const { width, height, base64 } = await blank.evaluate<{ width: number; height: number; base64: string }>(`
    (async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${png.toString('base64')}';
      await image.decode();
      const { width, height } = image;
      const canvas = new OffscreenCanvas(width, height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      const { data } = canvas.getImageData(0, 0, width, height);
      let text = '';
      for (let at = 0; at < data.length; at += 4) {
        text += String.fromCharCode(data[at], data[at + 1], data[at + 2]);
      }
      return { width, height, base64: btoa(text) };
    })()`);
  return { width, height, rgb: Buffer.from(base64, 'base64') };
}

/** The most frequent ones, alike ones counted together under the most frequent of them. */
function commonColours(rgb: Buffer): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = rgb.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const groups = new Map<number, { colour: number; count: number }>();
  for (const [colour, count] of [...counts].sort(([, a], [, b]) => b - a)) {
    // Four bits a channel; the flat surfaces, which are near each other in a dark theme, each stay their own.
    const key = count > 2_000 ? -colour - 1 : colour & 0xf0f0f0;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { colour, count });
    else group.count += count;
  }
  return [...groups.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, COLOURS)
    .map(({ colour }) => colour);
}

function nearestIn(palette: number[]): (colour: number) => number {
  const known = new Map<number, number>();
  const distance = (a: number, b: number) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
  return (colour) => {
    const before = known.get(colour);
    if (before !== undefined) return before;
    let best = 0;
    let least = Infinity;
    palette.forEach((candidate, place) => {
      const far = distance(candidate, colour);
      if (far < least) [best, least] = [place, far];
    });
    known.set(colour, best);
    return best;
  };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** zlib.crc32 is younger than the oldest Node.js we run on. */
function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGB = 2;
/** One of the PNG standard's own keywords for what a picture shows. */
export const DESCRIPTION_KEYWORD = 'Description';

/** A PNG picture, drawn point by point: small enough that no drawing package has to be shipped or awaited. */
export function drawPng(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => readonly [number, number, number],
  description?: string,
): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set(colourAt(x, y), y * (width * 3 + 1) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, RGB, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...(description === undefined ? [] : [chunk('iTXt', textOf(description))]),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The keyword, five bytes of "plain, in no language", the words. */
function textOf(description: string): Buffer {
  return Buffer.concat([Buffer.from(`${DESCRIPTION_KEYWORD}\0\0\0\0\0`, 'latin1'), Buffer.from(description)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

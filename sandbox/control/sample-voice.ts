/** Opus counts in 48,000ths of a second, whatever was recorded. */
const SAMPLES_A_SECOND = 48_000;
const FRAME_MS = 20;
/** The 20 ms of silence that encoders write: a header and two bytes of "nothing here". */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);
const PACKETS_A_PAGE = 50;
const SERIAL = 0x50524f53;
const FIRST = 2;
const LAST = 4;

/** What a voice note says is written into its own tags, where the transcription stand-in reads it. */
export const SAYS_TAG = 'SANDBOX_SAYS';

/**
 * A voice note as WhatsApp sends them: Ogg with Opus (RFC 3533, RFC 7845), of the right length for any player, and
 * silent, since no encoder is shipped.
 */
export function drawVoice(says: string, seconds: number): Buffer {
  const frames = Math.max(1, Math.round((seconds * 1_000) / FRAME_MS));
  const pages = [page({ flags: FIRST, position: 0, number: 0, packets: [opusHead()] })];
  pages.push(page({ flags: 0, position: 0, number: 1, packets: [opusTags(says)] }));
  for (let done = 0; done < frames; done += PACKETS_A_PAGE) {
    const count = Math.min(PACKETS_A_PAGE, frames - done);
    const isLast = done + count === frames;
    pages.push(
      page({
        flags: isLast ? LAST : 0,
        position: (done + count) * ((SAMPLES_A_SECOND * FRAME_MS) / 1_000),
        number: pages.length,
        packets: Array.from({ length: count }, () => SILENCE),
      }),
    );
  }
  return Buffer.concat(pages);
}

function opusHead(): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 'latin1');
  head.set([1, 1], 8);
  head.writeUInt32LE(SAMPLES_A_SECOND, 12);
  return head;
}

function opusTags(says: string): Buffer {
  const text = (words: string) => {
    const bytes = Buffer.from(words);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const count = Buffer.alloc(4);
  count.writeUInt32LE(1);
  return Buffer.concat([Buffer.from('OpusTags'), text('sandbox'), count, text(`${SAYS_TAG}=${says}`)]);
}

function page(input: { flags: number; position: number; number: number; packets: Buffer[] }): Buffer {
  const lacing = input.packets.flatMap(({ length }) => [
    ...Array.from({ length: Math.floor(length / 255) }, () => 255),
    length % 255,
  ]);
  const header = Buffer.alloc(27);
  header.write('OggS', 'latin1');
  header.writeUInt8(input.flags, 5);
  header.writeBigUInt64LE(BigInt(input.position), 6);
  header.writeUInt32LE(SERIAL, 14);
  header.writeUInt32LE(input.number, 18);
  header.writeUInt8(lacing.length, 26);
  const whole = Buffer.concat([header, Buffer.from(lacing), ...input.packets]);
  whole.writeUInt32LE(oggChecksum(whole), 22);
  return whole;
}

/** CRC-32 with the polynomial 04c11db7, not reflected, begun with zero. */
function oggChecksum(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}

import { SAYS_TAG } from '../../control/sample-voice';

const OPUS_SAMPLES_A_SECOND = 48_000;
/** A voice note has some 16 kbit in a second. */
const BYTES_A_SECOND = 2_000;
const HEARD = 'Mensagem de voz recebida.';

/** What a recording says, if it is a sample of ours, and how long it is. */
export function readVoice(bytes: Buffer): { says: string; seconds: number } {
  const tag = bytes.indexOf(`${SAYS_TAG}=`);
  const says = tag < 4 ? HEARD : textBefore(bytes, tag);
  const lastPage = bytes.lastIndexOf('OggS');
  const isOgg = lastPage >= 0 && bytes.length >= lastPage + 14;
  const samples = isOgg ? Number(bytes.readBigUInt64LE(lastPage + 6)) : 0;
  return { says, seconds: isOgg ? samples / OPUS_SAMPLES_A_SECOND : bytes.length / BYTES_A_SECOND };
}

/** A tag has its length before it. */
function textBefore(bytes: Buffer, at: number): string {
  const length = bytes.readUInt32LE(at - 4);
  return bytes.toString('utf8', at + SAYS_TAG.length + 1, at + length);
}

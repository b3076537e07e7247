import { sniff } from './sniff';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('sniff', () => {
  it.each([
    ['a picture', '\x89PNG\r\n\x1a\n….', 'image', 'image/png'],
    ['a photo', '\xff\xd8\xff\xe0', 'image', 'image/jpeg'],
    ['a voice note', 'OggS\0\x02', 'audio', 'audio/ogg'],
    ['a voice note of an iPhone', '\0\0\0\x20ftypM4A ', 'audio', 'audio/mp4'],
    ['a film', '\0\0\0\x20ftypisom', 'video', 'video/mp4'],
    ['a PDF', '%PDF-1.4', 'document', 'application/pdf'],
    ['a document of a kind we do not know', 'PK\x03\x04', 'document', 'application/octet-stream'],
    ['a page sent as a document', '<!doctype html>', 'document', 'application/octet-stream'],
  ] as const)('knows %s', (_what, text, kind, expected) => {
    expect(sniff(bytes(text), kind)).toBe(expected);
  });

  it.each([
    ['a page called a photo', '<html><script>alert(1)</script>', 'image'],
    ['a drawing that runs scripts', '<svg xmlns="http://www.w3.org/2000/svg">', 'image'],
    ['a photo called a recording', '\x89PNG\r\n\x1a\n', 'audio'],
    ['a recording called a photo', 'OggS\0\x02', 'image'],
    ['a recording called a film', 'OggS\0\x02', 'video'],
    ['nothing', '', 'audio'],
    ['the first half of a signature', '\x89PN', 'image'],
  ] as const)('does not believe %s', (_what, text, kind) => {
    expect(sniff(bytes(text), kind)).toBeUndefined();
  });
});

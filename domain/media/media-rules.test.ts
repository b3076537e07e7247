import { fileMaxBytes, kindOfFile } from './media-rules';

describe('what is sent as what', () => {
  it.each([
    ['image/png', 'image'],
    ['image/gif', 'document'],
    ['audio/ogg', 'audio'],
    ['video/mp4', 'video'],
    ['video/webm', 'document'],
    ['application/pdf', 'document'],
    ['', 'document'],
  ])('%s: %s', (type, kind) => {
    expect(kindOfFile(type)).toBe(kind);
  });

  it('may be as large as WhatsApp takes, and as we do', () => {
    expect(fileMaxBytes('image')).toBe(5 * 1_048_576);
    expect(fileMaxBytes('document')).toBe(16 * 1_048_576);
  });
});

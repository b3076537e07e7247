import { railsJson } from './rails-json';
import { signatureOf } from './signature';

describe('signatureOf', () => {
  it('is what openssl makes of the second, a dot and the raw body', () => {
    const body = String.raw`{"a":"\u00e1","n":1}`;
    expect(signatureOf('test_secret_1', 1_795_166_102, body)).toBe(
      'sha256=49ac347bf3647e71bf11dabc5d7bf6f2ac7c13009830941ff4ef627221533b8b',
    );
  });
});

describe('railsJson', () => {
  it('escapes what could end a script, and leaves accents as they are', () => {
    const written = railsJson({ text: 'é <b>&\u2028' });
    expect(written).toBe(String.raw`{"text":"é \u003cb\u003e\u0026\u2028"}`);
    expect(JSON.parse(written)).toEqual({ text: 'é <b>&\u2028' });
  });
});

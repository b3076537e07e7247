import { randomBytes } from 'node:crypto';
import { createSecretBox } from './secret-box';

const place = { tenantId: 'a', column: 'channels.token' };
const key = randomBytes(32);
const box = createSecretBox([key]);

describe('createSecretBox', () => {
  it('opens what it sealed', () => {
    expect(box.open(place, box.seal(place, 'segredo é ção 🔑'))).toBe('segredo é ção 🔑');
  });

  it('never seals alike', () => {
    expect(box.seal(place, 'x')).not.toBe(box.seal(place, 'x'));
  });

  it('opens nothing that was moved to another tenant or column', () => {
    const sealed = box.seal(place, 'x');
    expect(() => box.open({ ...place, tenantId: 'b' }, sealed)).toThrow();
    expect(() => box.open({ ...place, column: 'channels.webhook_key' }, sealed)).toThrow();
  });

  it('opens nothing that was changed', () => {
    const sealed = box.seal(place, 'a longer secret');
    for (let at = sealed.indexOf('.') + 1; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      // The last base64 letter may hold bits that mean nothing.
      if (at === sealed.length - 1) continue;
      expect(() => box.open(place, sealed.slice(0, at) + other + sealed.slice(at + 1))).toThrow();
    }
  });

  it('still reads with an old key and writes with the new one', () => {
    const newKey = randomBytes(32);
    const rotated = createSecretBox([newKey, key]);
    const old = box.seal(place, 'x');
    expect(rotated.open(place, old)).toBe('x');
    expect(() => box.open(place, rotated.seal(place, 'x'))).toThrow(/unknown key/);
  });
});

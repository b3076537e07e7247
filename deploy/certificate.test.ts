import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DOMAIN = 'app.example.test';
/** The script runs in a Linux container; where there is no shell or no openssl, there is nothing to run it with. */
const canRun = spawnSync('sh', ['-c', 'command -v openssl']).status === 0;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'prosa-certificate-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start() {
  const { status, stderr } = spawnSync('sh', ['deploy/nginx/make-certificate.sh'], {
    // oxlint-disable-next-line no-restricted-properties -- openssl is looked for on the PATH
    env: { ...process.env, DOMAIN, CERTIFICATES: folder },
    encoding: 'utf8',
  });
  return { status, warnings: stderr.split('\n').filter((line) => line !== '') };
}

const file = (name: string) => readFileSync(join(folder, name), 'utf8');

(canRun ? describe : describe.skip)('the certificate nginx starts with', () => {
  it('is made where there is none, for the domain, with a key that is its own and secret', () => {
    const { status, warnings } = start();
    expect(status).toBe(0);
    expect(warnings).toEqual([
      expect.stringMatching(/^WARNING: made a self-signed certificate for app\.example\.test/),
    ]);
    const certificate = new X509Certificate(file('fullchain.pem'));
    expect(certificate.checkHost(DOMAIN)).toBe(DOMAIN);
    expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now() + 365 * 24 * 3_600_000);
    expect(readdirSync(folder).sort()).toEqual(['fullchain.pem', 'privkey.pem']);
    expect(statSync(join(folder, 'privkey.pem')).mode & 0o077).toBe(0);
  });

  it('stays at the next start, which warns again', () => {
    start();
    const before = [file('fullchain.pem'), file('privkey.pem')];
    const { status, warnings } = start();
    expect([status, warnings]).toEqual([0, [expect.stringMatching(/^WARNING: .* is self-signed/)]]);
    expect([file('fullchain.pem'), file('privkey.pem')]).toEqual(before);
  });

  it('that an authority has signed is left as it is, without a warning', () => {
    const openssl = (...args: string[]) => expect(spawnSync('openssl', args, { cwd: folder }).status).toBe(0);
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      '/CN=CA',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
    );
    openssl(
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      `/CN=${DOMAIN}`,
      '-keyout',
      'privkey.pem',
      '-out',
      'csr',
    );
    openssl(
      'x509',
      '-req',
      '-in',
      'csr',
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-out',
      'fullchain.pem',
    );
    const before = [file('fullchain.pem'), file('privkey.pem')];
    expect(start()).toEqual({ status: 0, warnings: [] });
    expect([file('fullchain.pem'), file('privkey.pem')]).toEqual(before);
  });

  it('is not half replaced: one file without the other is told, and stays', () => {
    writeFileSync(join(folder, 'privkey.pem'), 'mine');
    const { status, warnings } = start();
    expect([status, warnings]).toEqual([
      1,
      [expect.stringMatching(/^One of fullchain\.pem and privkey\.pem is missing/)],
    ]);
    expect([readdirSync(folder), file('privkey.pem')]).toEqual([['privkey.pem'], 'mine']);
  });
});

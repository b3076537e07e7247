import { withCorrelation } from './correlation';
import { createLogger, SECRET_NAMES } from './logger';

function capture(level = 'trace') {
  const lines: string[] = [];
  const log = createLogger('test', { level, json: true, to: { write: (line) => void lines.push(line) } });
  return { log, lines };
}

describe('the log', () => {
  it('is one JSON object a line: level, time, who speaks, and what belongs together', () => {
    const { log, lines } = capture();
    withCorrelation({ correlationId: 'c-1', tenantId: 't-1' }, () =>
      log.info({ port: 3000 }, 'the API is up'),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{[^\n]*\}\n$/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 30,
      time: expect.any(Number),
      name: 'test',
      correlationId: 'c-1',
      tenantId: 't-1',
      port: 3000,
      msg: 'the API is up',
    });
  });

  it('keeps quiet below its level', () => {
    const { log, lines } = capture('warn');
    log.info('not this');
    log.warn('this');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['this']);
  });

  it('names an error with its code, its message and its stack', () => {
    const { log, lines } = capture();
    log.error({ err: Object.assign(new Error('gone'), { code: 'ECONNRESET' }) }, 'failed');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      err: { type: 'Error', message: 'gone', code: 'ECONNRESET', stack: expect.stringContaining('gone') },
    });
  });

  it('names at least what opens doors, and what people wrote', () => {
    expect(SECRET_NAMES).toEqual(
      expect.arrayContaining(['apikey', 'authorization', 'cookie', 'password', 'token', 'qrCode', 'text']),
    );
  });

  const SECRET = 'S3gr3d0';
  it.each(SECRET_NAMES)('replaces what is called %s, wherever it is put', (name) => {
    const { log, lines } = capture();
    const held = { [name]: SECRET };
    log.info(held, 'bare');
    log.info({ request: held }, 'in an object');
    log.info({ request: { headers: held } }, 'in one of its objects');
    log.info({ messages: [held] }, 'in a list');
    log.error({ err: Object.assign(new Error('failed'), held) }, 'at an error');
    log.error({ err: Object.assign(new Error('failed'), { details: held }) }, "among an error's details");
    expect(lines).toHaveLength(6);
    for (const line of lines) {
      expect(line).toContain(name);
      expect(line).toContain('[redacted]');
      expect(line).not.toContain(SECRET);
    }
  });
});

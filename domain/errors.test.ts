import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ErrorCode } from './errors';

const codes = Object.keys(ErrorCode).sort();

describe('error codes', () => {
  it('are all explained in docs/errors.md, and no others are', () => {
    const rows = readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([a-z_]+)`/gm);
    expect([...rows].map(([, code]) => code).sort()).toEqual(codes);
  });

  it('all happen somewhere', () => {
    const sources = ['activities', 'adapters', 'api', 'domain', 'services', 'temporal'];
    const found = execFileSync('grep', [
      '-rhoE',
      'ErrorCode\\.[a-z_]+',
      '--include=*.ts',
      '--exclude=*.test.ts',
      ...sources,
    ]);
    const used = new Set(
      found
        .toString()
        .split('\n')
        .map((line) => line.replace('ErrorCode.', '')),
    );
    expect(codes.filter((code) => !used.has(code))).toEqual([]);
  });
});

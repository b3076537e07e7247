import { formatBytes, formatMicros, formatMilliseconds, formatNumber, formatPercent } from './number';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('numbers in the interface’s language', () => {
  it('groups and rounds', () => {
    expect(formatNumber(50_000, 'pt-BR')).toBe('50.000');
    expect(formatNumber(50_000, 'en')).toBe('50,000');
    expect(formatPercent(0.808, 'pt-BR')).toBe('81%');
  });

  it('shows fractions of a cent', () => {
    expect(plain(formatMicros(42, 'pt-BR'))).toBe('US$ 0,000042');
    expect(plain(formatMicros(1_500_000, 'en'))).toBe('$1.50');
  });

  it('measures files and waits', () => {
    expect(plain(formatBytes(513, 'pt-BR'))).toBe('513 bytes');
    expect(plain(formatBytes(2_100, 'pt-BR'))).toBe('2 kB');
    expect(plain(formatBytes(3_500_000, 'pt-BR'))).toBe('3,3 MB');
    expect(plain(formatMilliseconds(245, 'pt-BR'))).toBe('245 ms');
    expect(plain(formatMilliseconds(1_240, 'pt-BR'))).toBe('1,2 s');
  });
});

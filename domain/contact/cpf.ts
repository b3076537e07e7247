/** The eleven digits of a CPF whose check digits are right, however it is written; else undefined. */
export function normalizeCpf(input: string): string | undefined {
  const digits = input.replace(/[\s.-]/g, '');
  // Eleven times the same digit passes the arithmetic and is nobody's.
  if (!/^\d{11}$/.test(digits) || /^(\d)\1{10}$/.test(digits)) return undefined;
  const right = [9, 10].every((length) => {
    const sum = digits
      .slice(0, length)
      .split('')
      .reduce((total, digit, index) => total + Number(digit) * (length + 1 - index), 0);
    return Number(digits[length]) === ((sum * 10) % 11) % 10;
  });
  return right ? digits : undefined;
}

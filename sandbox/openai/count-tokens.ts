/** About four characters a token, which is near enough for budgets to be tested against. */
export function countTokens(text: string): number {
  return Math.max(1, Math.ceil(text.length / 4));
}

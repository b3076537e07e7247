/** US dollars a million tokens, list prices; a model that is not here has no known price. */
const LIST_PRICES: [prefix: string, input: number, output: number][] = [
  ['gpt-4.1-mini', 0.4, 1.6],
  ['gpt-4.1-nano', 0.1, 0.4],
  ['gpt-4.1', 2, 8],
  ['gpt-4o-mini', 0.15, 0.6],
  ['gpt-4o', 2.5, 10],
];

/**
 * What a call costs at list price, in millionths of a US dollar.
 *
 * @returns null for a model whose price is not known: no figure is better than a wrong one
 */
export function priceOf(model: string, promptTokens: number, completionTokens: number): number | null {
  const price = LIST_PRICES.find(([prefix]) => model.startsWith(prefix));
  return price === undefined ? null : Math.round(price[1] * promptTokens + price[2] * completionTokens);
}

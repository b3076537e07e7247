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

/** US dollars a minute of sound, list prices (for models that count tokens, the provider's own estimate). */
const SOUND_PRICES: [prefix: string, aMinute: number][] = [
  ['gpt-4o-mini-transcribe', 0.003],
  ['gpt-4o-transcribe', 0.006],
  ['whisper-1', 0.006],
];

/** As priceOf, for a transcription. @param seconds null when the length is not known, and so the price */
export function priceOfSound(model: string, seconds: number | null): number | null {
  const price = SOUND_PRICES.find(([prefix]) => model.startsWith(prefix));
  return price === undefined || seconds === null ? null : Math.round((price[1] / 60) * seconds * 1e6);
}

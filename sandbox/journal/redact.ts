const SECRET =
  /^(apikey|authorization|cookie|token|jwt_key|hash|password|api_access_token|access_token|secret)$/i;
const LONG_TEXT = 4_000;

/**
 * A copy fit for showing: secrets are replaced and long texts (pictures, mostly) are cut. Done on reading, so
 * that calls do not pay for it.
 */
export function redact(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.length > LONG_TEXT ? `${value.slice(0, 200)}… (${value.length} characters)` : value;
  }
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      SECRET.test(key) && inner !== null ? '[redacted]' : redact(inner),
    ]),
  );
}

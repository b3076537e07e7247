/**
 * A UUIDv7 (RFC 9562): sorts by time, unique by its random half. Pure, so that workflow code can use it too.
 *
 * @param ms Unix time in milliseconds
 * @param randomUuid any random UUID; its last 74 free bits are kept
 */
export function uuidV7(ms: number, randomUuid: string): string {
  const time = ms.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${randomUuid.slice(15)}`;
}

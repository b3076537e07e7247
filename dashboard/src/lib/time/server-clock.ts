/** How far this device's clock is from the server's (ms). Deadlines and QR codes follow the server's. */
let offset = 0;

/** A `Date` header has whole seconds; less than this is no difference. */
const NOISE_MS = 2_000;

export function learnServerTime(response: Pick<Response, 'headers'>): void {
  const told = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(told)) return;
  const found = told + 500 - Date.now();
  offset = Math.abs(found) < NOISE_MS ? 0 : found;
}

export function serverNow(): number {
  return Date.now() + offset;
}

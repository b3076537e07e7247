/** No answer came at all. */
export class NetworkError extends Error {
  constructor(options?: { cause?: unknown }) {
    super('no answer', options);
    this.name = 'NetworkError';
  }
}

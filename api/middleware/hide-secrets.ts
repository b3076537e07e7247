/** A path for the log: the key of a webhook is in its path. */
export function hideSecrets(path: string): string {
  return path.replace(/^(\/webhooks\/[^/]+\/).+/, '$1…');
}

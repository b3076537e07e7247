/** WZYEH1YY → WZYE-H1YY, as WhatsApp shows it where it is typed in. */
export function groupPairingCode(code: string): string {
  const letters = code.replace(/[^a-z0-9]/gi, '').toUpperCase();
  return letters.length === 8 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
}

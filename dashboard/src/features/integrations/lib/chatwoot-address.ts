/** Where a Chatwoot is, and which account of it. */
export interface ChatwootAddress {
  baseUrl: string;
  /** As the address names it; undefined when it names none. */
  accountId: number | undefined;
}

/**
 * Reads what somebody pastes from their browser, `https://app.chatwoot.com/app/accounts/1/inbox/3`, or writes.
 *
 * @returns undefined for what is no address yet
 */
export function readChatwootAddress(text: string): ChatwootAddress | undefined {
  const written = text.trim();
  let url: URL;
  try {
    url = new URL(/^https?:\/\//i.test(written) ? written : `https://${written}`);
  } catch {
    return undefined;
  }
  if (url.hostname !== 'localhost' && !url.hostname.includes('.')) return undefined;
  const [before = '', after = ''] = url.pathname.split(/\/(?:app|super_admin)(?:\/|$)/);
  const account = /^accounts\/(\d{1,9})(?:\/|$)/.exec(after)?.[1];
  return {
    baseUrl: `${url.origin}${before.replace(/\/+$/, '')}`,
    accountId: account === undefined ? undefined : Number(account),
  };
}

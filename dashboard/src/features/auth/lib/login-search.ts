export interface LoginSearch {
  /** Where the person was going. */
  redirect?: string;
  /** Why they are here. */
  note?: 'expired' | 'password_changed';
}

export function validateLoginSearch(input: Record<string, unknown>): LoginSearch {
  const { redirect, note } = input;
  return {
    ...(typeof redirect === 'string' && isOwnPath(redirect) ? { redirect } : {}),
    ...(note === 'expired' || note === 'password_changed' ? { note } : {}),
  };
}

/** A path of this very page: `//elsewhere` and `/\elsewhere` are other hosts to a browser. */
function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && !path.startsWith('/login');
}

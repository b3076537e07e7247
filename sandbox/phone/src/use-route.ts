import { useSyncExternalStore } from 'react';

export type Mode = 'customer' | 'business' | 'backstage';

/** Where the visitor is; kept in the address, so that a link leads there and Back works. */
export interface Route {
  mode: Mode;
  /** The number of the customer who is played. */
  person?: string | undefined;
  instance?: string | undefined;
  /** The jid of the open chat. */
  chat?: string | undefined;
}

const NAMES: Record<Mode, string> = { customer: 'cliente', business: 'empresa', backstage: 'bastidores' };

export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (changed) => {
      addEventListener('hashchange', changed);
      return () => removeEventListener('hashchange', changed);
    },
    () => location.hash,
  );
  return readRoute(hash);
}

export function go(route: Route): void {
  location.hash = writeRoute(route);
}

export function readRoute(hash: string): Route {
  const [name = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const params = new URLSearchParams(search);
  const mode = modeNamed(name) ?? 'customer';
  return {
    mode,
    person: params.get('pessoa') ?? undefined,
    instance: params.get('numero') ?? undefined,
    chat: params.get('conversa') ?? undefined,
  };
}

export function writeRoute({ mode, person, instance, chat }: Route): string {
  const given = Object.entries({ pessoa: person, numero: instance, conversa: chat });
  const params = new URLSearchParams();
  for (const [name, value] of given) if (value !== undefined) params.set(name, value);
  const search = params.toString();
  return `#/${NAMES[mode]}${search === '' ? '' : `?${search}`}`;
}

function modeNamed(name: string): Mode | undefined {
  const modes: Mode[] = ['customer', 'business', 'backstage'];
  return modes.find((mode) => NAMES[mode] === name);
}

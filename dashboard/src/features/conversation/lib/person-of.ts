import type { Message } from '../../../lib/api/types';

/** Who of the team wrote a message: somebody of ours, or somebody at another system, as they are called there. */
export function personOf({ user, cause }: Message): string | undefined {
  if (user !== null) return user.name;
  return cause?.type === 'person' && cause.via === 'chatwoot' ? (cause.by ?? 'Chatwoot') : undefined;
}

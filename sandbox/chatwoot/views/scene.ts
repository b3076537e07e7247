import type { ChatwootState } from '../state/chatwoot-state';

/** What a view looks at besides the record it shows. */
export interface Scene {
  state: ChatwootState;
  /** Where this Chatwoot is, for the addresses of files. */
  baseUrl: string;
}

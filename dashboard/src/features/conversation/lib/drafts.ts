import { onSessionEnd } from '../../../lib/session/end-session';

/** What was written and not sent, by conversation: it outlives a change of page and a reload, not a sign-out. */
const PREFIX = 'prosa-draft:';
const drafts = new Map<string, string>();

export function readDraft(conversationId: string): string {
  return drafts.get(conversationId) ?? stored(conversationId);
}

export function writeDraft(conversationId: string, text: string): void {
  if (text === '') drafts.delete(conversationId);
  else drafts.set(conversationId, text);
  try {
    if (text === '') sessionStorage.removeItem(PREFIX + conversationId);
    else sessionStorage.setItem(PREFIX + conversationId, text);
  } catch {
    // Refused storage: the draft lasts as long as the page.
  }
}

function stored(conversationId: string): string {
  try {
    return sessionStorage.getItem(PREFIX + conversationId) ?? '';
  } catch {
    return '';
  }
}

onSessionEnd(() => {
  drafts.clear();
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Refused storage holds nothing.
  }
});

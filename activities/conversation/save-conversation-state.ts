import { type SavedState, saveState, type StateToSave } from '../../services/conversation/save-state';
import type { ActivityDeps } from '../deps';

/** Run as a local activity: a state is written before the order that caused it is answered. */
export function createSaveConversationState(deps: ActivityDeps) {
  return async function saveConversationState(input: StateToSave): Promise<SavedState> {
    return saveState(deps, input);
  };
}

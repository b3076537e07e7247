import { createStore } from '../store';

interface FlowLockNews {
  flowId: string;
  /** Who edits it now; null: nobody. */
  userId: string | null;
}

/** The last that was heard of who edits which automation; an editor that is open looks whether it is still its turn. */
export const flowLockNews = createStore<FlowLockNews | undefined>(undefined);

import { createStore } from '../../lib/store';

/** Whether the list of shortcuts is open: the `?` key and the user menu open it. */
export const shortcutSheetStore = createStore(false);

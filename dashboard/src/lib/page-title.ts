import { createStore } from './store';

/** What the browser's tab says: the page, and before it how many customers wait, wherever one is. */
const pageStore = createStore('');
const waitingStore = createStore(0);

export const setPageTitle = (title: string) => pageStore.set(title);
export const setTitleCount = (waiting: number) => waitingStore.set(waiting);

for (const store of [pageStore, waitingStore]) store.subscribe(show);

function show(): void {
  const [page, waiting] = [pageStore.get(), waitingStore.get()];
  const name = page === '' ? 'Prosa' : `${page} · Prosa`;
  document.title = waiting === 0 ? name : `(${waiting}) ${name}`;
}

/** A page's own file did not come: the connection is gone, or a newer version was published. */
export class PageFileError extends Error {}

/**
 * Loads a page's file under an error of ours. The router answers the browser's own by reloading the page, and without
 * a network that leaves nothing but the browser's error page, drafts and all.
 */
export function pageFile<T>(load: () => Promise<T>): () => Promise<T> {
  return () =>
    load().catch((cause: unknown) => {
      throw new PageFileError('The page did not load', { cause });
    });
}

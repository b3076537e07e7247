import { useEffect } from 'react';
import { setPageTitle } from './page-title';

/** Names the page in the browser's tab. */
export function usePageTitle(title: string): void {
  useEffect(() => setPageTitle(title), [title]);
}

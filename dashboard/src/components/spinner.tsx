import { LoaderCircle } from 'lucide-react';

/** Beside words that say what is going on; silent by itself. */
export function Spinner() {
  return <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin motion-reduce:animate-none" />;
}

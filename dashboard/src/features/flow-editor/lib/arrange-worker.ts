import { type LayoutInput, arrange } from './arrange';

// Beside the page, which stays usable meanwhile.
self.addEventListener('message', ({ data }: MessageEvent<LayoutInput>) => {
  self.postMessage(arrange(data));
});

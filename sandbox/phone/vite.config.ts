import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `vite -c sandbox/phone/vite.config.ts` serves the page while it is worked on, beside a sandbox on 3010. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react(), tailwindcss()],
  build: { outDir: here('../../dist/phone'), emptyOutDir: true },
  server: { proxy: { '/control': 'http://localhost:3010' } },
});

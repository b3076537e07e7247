import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { preloadFont } from './build/preload-font.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where `npm run vite:dev`-style work finds the API: a running instance of the product. */
const API = 'http://localhost:3100';

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react(), tailwindcss(), preloadFont(/inter-latin-wght-normal/)],
  build: {
    outDir: here('../dist/dashboard'),
    emptyOutDir: true,
    target: 'es2022',
    // The page's policy knows no data: fonts or scripts; every asset is a file.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: { '/api': API, '/socket.io': { target: API, ws: true } },
  },
});

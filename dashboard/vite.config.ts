import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { preloadFont } from './build/preload-font.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where Vite's own server finds the API: the product as `npm start` runs it. */
const API = 'http://localhost:3000';

const modules = (...names: string[]) => new RegExp(`node_modules[\\\\/](${names.join('|')})[\\\\/]`);

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
    rolldownOptions: {
      output: {
        // A few files that change for their own reasons, instead of fifty that only share.
        codeSplitting: {
          groups: [
            { name: 'react', test: modules('react', 'react-dom', 'scheduler') },
            { name: 'data', test: modules('@tanstack', 'openapi-fetch', 'i18next', 'react-i18next') },
            { name: 'forms', test: /node_modules[\\/](zod|react-hook-form|@hookform)[\\/]|zod-without-eval/ },
            { name: 'ui', test: modules('@base-ui', '@floating-ui'), minShareCount: 2 },
            {
              name: 'shared',
              test: /dashboard[\\/]src[\\/](lib|components)[\\/]|lucide-react/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  server: {
    // The API takes its cookie from its own origin only, so the browser's Host must reach it.
    proxy: {
      '/api': { target: API, changeOrigin: false },
      '/socket.io': { target: API, changeOrigin: false, ws: true },
    },
  },
});

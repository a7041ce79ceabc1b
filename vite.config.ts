import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page: `renderer/index.html` → `dist/renderer`, served by the web host and loaded by Electron. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  publicDir: false,
  // The host puts a fresh value in this one's place at every load.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2023',
    // The page must also run under a content policy without inline scripts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
});

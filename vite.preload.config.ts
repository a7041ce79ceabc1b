import { defineConfig } from 'vite';

/** Electron's preload script: a sandboxed preload must be one CommonJS file that requires nothing but `electron`. */
export default defineConfig({
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: 'dist/electron',
    emptyOutDir: false,
    target: 'node22',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { preload: 'main/hosts/electron/preload.cts' },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
});

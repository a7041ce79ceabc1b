import { defineConfig } from 'vite';

/** The command line and Electron's main process, with every npm dependency bundled in: `dist/cli.mjs`, `dist/electron/main.mjs`. */
export default defineConfig({
  publicDir: false,
  resolve: { external: ['electron'], noExternal: true },
  ssr: { target: 'node', noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: 'dist',
    // dist/renderer belongs to the other build.
    emptyOutDir: false,
    target: 'node22',
    minify: false,
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { cli: 'main/hosts/cli/main.ts', 'electron/main': 'main/hosts/electron/main.ts' },
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
    },
  },
});

/** `npm run build`: the page and the main bundles into `dist/`. `--if-needed` does nothing where `dist/` is of these sources. */
import { buildAll, buildIfNeeded } from './build/build-all.ts';

if (process.argv.includes('--if-needed')) await buildIfNeeded();
else await buildAll();

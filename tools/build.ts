/** `npm run build`: the page and the main bundles into `dist/`. `--if-needed` does nothing where `dist/` is of these sources. */
import { sayFailures } from './bootstrap/say.mjs';
import { buildAll, buildIfNeeded } from './build/build-all.ts';

const work = process.argv.includes('--if-needed') ? buildIfNeeded : buildAll;
process.exitCode = (await sayFailures(work)) ?? 0;

/** `npm test`: sets up what a fresh clone lacks, then runs every check. */
import { runStage } from './bootstrap/run-stage.mjs';

await runStage('tools/run-checks.ts');

/** `npm start`: sets up what a fresh clone lacks, then opens the editor. */
import { runStage } from './bootstrap/run-stage.mjs';

await runStage('tools/start-app.ts');

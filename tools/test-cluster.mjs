/** `npm run test:cluster`: checks with the programs of a cluster, each built once and kept outside the repository. */
import { runStage } from './bootstrap/run-stage.mjs';

await runStage('tools/run-cluster-checks.ts');

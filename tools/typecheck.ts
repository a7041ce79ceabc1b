/** `npm run typecheck`: every tsconfig of the repository, each with the libraries its folder may use. */
import { spawnSync } from 'node:child_process';
import { typecheckProjects, typescriptCompiler } from './check/projects.ts';
import { fromRoot } from './root.ts';

let failed = 0;
for (const project of typecheckProjects) {
  const parameters = [fromRoot(typescriptCompiler), '--project', fromRoot(project)];
  if (spawnSync(process.execPath, parameters, { stdio: 'inherit' }).status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;

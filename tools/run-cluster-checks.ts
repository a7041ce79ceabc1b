/** Lints every workflow that is written for Argo. Run by `npm run test:cluster` under the pinned Node. */
import { findArgoCli } from '../test/cluster/argo-cli.ts';
import { type EmittedWorkflow, emittedWorkflows } from '../test/cluster/emitted-workflows.ts';
import { lintWorkflows } from '../test/cluster/lint-workflows.ts';
import type { CheckResult, Skip } from './check/result.ts';
import { summarise } from './check/summary.ts';

const say = (sentence: string): void => {
  process.stdout.write(`${sentence}\n`);
};

/** The linter's word on all workflows; where a document cannot be written for Argo, that is a skip with the reason. */
function lintEverything(): CheckResult {
  const begin = performance.now();
  const argo = findArgoCli(say);
  const name = 'workflows in the eyes of Argo’s linter';
  if ('reason' in argo)
    return { name, passed: 0, failed: 0, skips: [{ title: name, reason: argo.reason }], seconds: 0 };
  const workflows = emittedWorkflows();
  const skips = workflows.flatMap((one): Skip[] => ('reason' in one ? [{ title: one.title, reason: one.reason }] : []));
  const { passed, failures } = lintWorkflows(argo.program, workflows.filter(isWritten));
  for (const { title, words } of failures) say(`failed: ${title}\n${words}`);
  return { name, passed, failed: failures.length, skips, seconds: (performance.now() - begin) / 1000 };
}

function isWritten(one: EmittedWorkflow): one is EmittedWorkflow & { readonly text: string } {
  return 'text' in one;
}

const results = [lintEverything()];
say(summarise(results).join('\n'));
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;

/** Lints every workflow that is written for Argo. Run by `npm run test:cluster` under the pinned Node. */
import { findArgoCli } from '../test/cluster/argo-cli.ts';
import { type EmittedWorkflow, emittedWorkflows, generatedWorkflows } from '../test/cluster/emitted-workflows.ts';
import { lintWorkflows } from '../test/cluster/lint-workflows.ts';
import type { CheckResult, Skip } from './check/result.ts';
import { summarise } from './check/summary.ts';

const say = (sentence: string): void => {
  process.stdout.write(`${sentence}\n`);
};

/** The linter's word on workflows; where a document cannot be written for Argo, that is a skip with the reason. */
function lintAll(name: string, program: string, workflows: readonly EmittedWorkflow[]): CheckResult {
  const begin = performance.now();
  const skips = workflows.flatMap((one): Skip[] => ('reason' in one ? [{ title: one.title, reason: one.reason }] : []));
  const { passed, failures } = lintWorkflows(program, workflows.filter(isWritten));
  for (const { title, words } of failures) say(`failed: ${title}\n${words}`);
  return { name, passed, failed: failures.length, skips, seconds: (performance.now() - begin) / 1000 };
}

function isWritten(one: EmittedWorkflow): one is EmittedWorkflow & { readonly text: string } {
  return 'text' in one;
}

function lintEverything(): readonly CheckResult[] {
  const argo = findArgoCli(say);
  const name = 'workflows in the eyes of Argo’s linter';
  if ('reason' in argo)
    return [{ name, passed: 0, failed: 0, skips: [{ title: name, reason: argo.reason }], seconds: 0 }];
  const seed = Date.now() % 1_000_000;
  say(`Documents are generated from seed ${seed}.`);
  return [
    lintAll(name, argo.program, emittedWorkflows()),
    lintAll('generated workflows', argo.program, generatedWorkflows(seed, GENERATED)),
  ];
}

/** How many documents are generated; about a fourth of them is for Argo. */
const GENERATED = 800;

const results = lintEverything();
say(summarise(results).join('\n'));
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;

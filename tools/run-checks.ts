/** Every check of the repository, one after another, with one line for the whole at the end. Run by `npm test` under the pinned Node. */
import { plainChecks, runPlainCheck } from './check/plain-checks.ts';
import type { CheckResult } from './check/result.ts';
import { runBrowserTests, runUnitTests } from './check/runners.ts';
import { summarise } from './check/summary.ts';

const results: CheckResult[] = [];

async function runCheck(name: string, run: () => Promise<CheckResult>): Promise<void> {
  process.stdout.write(`\n== ${name}\n`);
  results.push(await run());
}

for (const check of plainChecks) await runCheck(check.name, () => runPlainCheck(check));
await runCheck('unit tests', runUnitTests);
await runCheck('browser tests', runBrowserTests);

process.stdout.write(`${summarise(results).join('\n')}\n`);
process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0;

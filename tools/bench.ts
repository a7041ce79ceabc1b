/**
 * `npm run bench [NAME…]`: runs the programs `test/bench/*.bench.ts` one after another, so that they do not disturb each other.
 * Each prints its figures beside their budgets and sets exit code 1 where one is missed.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { sayFailures } from './bootstrap/say.mjs';
import { buildIfNeeded } from './build/build-all.ts';
import { fromRoot } from './root.ts';

const wanted = process.argv.slice(2);

async function runBenches(): Promise<number> {
  await buildIfNeeded();
  const files = globSync('test/bench/*.bench.ts', { cwd: fromRoot() })
    .sort()
    .filter((file) => wanted.length === 0 || wanted.some((name) => basename(file).includes(name)));
  const missed = files.filter((file) => {
    process.stdout.write(`\n== ${basename(file, '.bench.ts')}\n`);
    return spawnSync(process.execPath, [file], { cwd: fromRoot(), stdio: 'inherit' }).status !== 0;
  });
  if (missed.length > 0) process.stdout.write(`\nOver budget: ${missed.map((file) => basename(file)).join(', ')}\n`);
  return missed.length === 0 ? 0 : 1;
}

process.exitCode = await sayFailures(runBenches);

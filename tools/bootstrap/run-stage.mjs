import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compareVersions, readRequiredNode } from '../../bin/node-version.mjs';
import { findPinnedNode, runInPlace } from '../../bin/run-with-node.mjs';
import { ensureInstalled } from './install.mjs';
import { SetupFailure, sayFailures } from './say.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const oldestBootstrapNode = '20.0.0';

/**
 * Does the set-up that a fresh clone needs, then hands over to a TypeScript program of `tools/` under the pinned Node:
 * in this process where it already is that Node, else in a child whose exit code becomes ours.
 * @param {string} program
 */
export async function runStage(program) {
  process.exitCode = await sayFailures(async () => {
    checkNode();
    await ensureInstalled(root);
    const node = chooseNode();
    const path = join(root, program);
    if (realpathSync(node) !== realpathSync(process.execPath))
      return runInPlace(node, [path, ...process.argv.slice(2)]);
    await import(pathToFileURL(path).href);
    return process.exitCode;
  });
}

function checkNode() {
  if (compareVersions(process.versions.node, oldestBootstrapNode) >= 0) return;
  throw new SetupFailure(`This is Node ${process.versions.node}, which is too old.`, 'Install Node.js 20 or newer.');
}

function chooseNode() {
  const pinned = findPinnedNode(root);
  if (pinned) return pinned;
  const required = readRequiredNode(join(root, 'package.json'));
  if (compareVersions(process.versions.node, required) >= 0) return process.execPath;
  throw new SetupFailure(
    `The pinned Node is not in place (are install scripts switched off?) and this Node ${process.versions.node} is older than ${required}.`,
    'Run `npm rebuild node --ignore-scripts=false`, or install a newer Node.js.',
  );
}

#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compareVersions, readRequiredNode } from './node-version.mjs';
import { findPinnedNode, runInPlace } from './run-with-node.mjs';

const here = fileURLToPath(import.meta.url);
const root = dirname(dirname(here));
const required = readRequiredNode(join(root, 'package.json'));

async function main() {
  if (compareVersions(process.versions.node, required) < 0) return runWithPinnedNode();
  const program = join(root, 'dist', 'cli.mjs');
  if (!existsSync(program)) return fail('Pipewright is not built yet. Run `npm run build` first.');
  await import(pathToFileURL(program).href);
}

async function runWithPinnedNode() {
  const pinned = findPinnedNode(root);
  if (!pinned) {
    return fail(
      `Pipewright needs Node ${required} or newer; this is ${process.versions.node}. Install a newer Node.js.`,
    );
  }
  process.exitCode = await runInPlace(pinned, [here, ...process.argv.slice(2)]);
}

/** @param {string} sentence */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}

await main();

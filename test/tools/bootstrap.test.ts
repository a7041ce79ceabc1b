import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../repository/source-files.ts';

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

let clone: string;

// As on a fresh clone: sources and the lock file, no node_modules.
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'pipewright-clone-'));
  for (const path of ['bin', 'tools', 'package.json', 'package-lock.json']) {
    cpSync(join(root, path), join(clone, path), { recursive: true });
  }
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

/** Runs `npm start` in the clone, with a program of ours in npm's place; without one there is no npm at all. */
function startWithNpm(script?: string): Promise<Ended> {
  const programs = join(clone, 'programs');
  mkdirSync(programs);
  if (script !== undefined) {
    writeFileSync(join(programs, 'npm'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(programs, 'npm'), 0o755);
  }
  return new Promise((resolve) => {
    const environment = { PATH: programs, HOME: clone };
    execFile(process.execPath, [join(clone, 'tools/start.mjs')], { env: environment }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

describe.skipIf(process.platform === 'win32')('a fresh clone whose installation fails', () => {
  test.each([
    [
      'the network is gone',
      'echo "npm error code ENOTFOUND" >&2; exit 1',
      'could not be reached. Check the connection',
    ],
    ['the disk is full', 'echo "npm error code ENOSPC" >&2; exit 1', 'The disk is full. Free about 1 GB'],
    ['nothing may be written', 'echo "npm error code EACCES" >&2; exit 1', 'cannot be written to. Put the repository'],
    ['a download is damaged', 'echo "npm error code EINTEGRITY" >&2; exit 1', 'npm cache clean --force'],
    [
      'the lock file is old',
      'echo "npm error can only install packages when in sync" >&2; exit 1',
      'Run `npm install`',
    ],
    ['npm fails otherwise', 'echo "npm error strange" >&2; exit 1', '`npm ci` failed.'],
  ])('%s: one sentence and the remedy', async (_name, script, sentence) => {
    const ended = await startWithNpm(script);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain(sentence);
    expect(ended.stderr).not.toContain('    at ');
  });

  test('npm is asked for exactly the lock file, development packages included', async () => {
    const ended = await startWithNpm('echo "asked: $*" >&2; exit 1');
    expect(ended.stderr).toContain('asked: ci --include=dev');
  });

  test('an npm that ends well without having installed is not believed', async () => {
    const ended = await startWithNpm('exit 0');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('packages are still missing');
  });

  test('no npm: says so', async () => {
    const ended = await startWithNpm();
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('npm was not found.');
  });
});

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readLockedPackages } from './lock-file.ts';
import { readText, root } from './source-files.ts';

function listTrackedFiles(): string[] {
  return execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((path) => path !== '');
}

const textName = /\.(?:ts|tsx|cts|mts|mjs|css|html|json|md|yml|yaml|py|txt)$|^\.ci\/run$|^Dockerfile$/;

test('the lock file names no package host', () => {
  expect(readText('package-lock.json')).not.toMatch(/"resolved": *"http/);
});

test('the lock file holds the programs of every platform, without which `npm ci` refuses', () => {
  const packages = readLockedPackages();
  const names = new Set(packages.map(({ name }) => name));
  const missing = packages.flatMap(({ place, optional }) =>
    optional.filter((name) => !names.has(name)).map((name) => `${place} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

test('everything is bundled, so the published package installs nothing else', () => {
  const { dependencies = {} } = JSON.parse(readText('package.json'));
  expect(Object.keys(dependencies)).toEqual([]);
});

test('no tracked file names a path of one machine', () => {
  // Written in parts so that this file does not name one itself.
  const machinePath = new RegExp(`(?<![\\w.])/(?:${['work', 'root', 'home/[a-z]+', 'tmp/pw'].join('|')})/[a-z]`);
  const naming = listTrackedFiles()
    .filter((path) => textName.test(path) && path !== 'package-lock.json')
    .filter((path) => machinePath.test(readText(path)));
  expect(naming).toEqual([]);
});

test('CI runs the command that the README names', () => {
  expect(readText('.ci/run')).toContain('npm test');
});

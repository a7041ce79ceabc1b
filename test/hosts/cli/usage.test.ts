import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HOST_ERROR_CODES } from '../../../src/api/errors.ts';
import { cliEnglish } from '../../../src/words/cli.en.ts';
import { cliFrench } from '../../../src/words/cli.fr.ts';
import { errorEnglish } from '../../../src/words/error.en.ts';
import { errorFrench } from '../../../src/words/error.fr.ts';
import { runCli } from './run-cli.ts';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
const commands = [
  [],
  ['validate'],
  ['compile'],
  ['import'],
  ['run'],
  ['runs'],
  ['runs', 'list'],
  ['runs', 'logs'],
  ['runs', 'outputs'],
  ['components'],
  ['serve'],
];

test.each(commands)('%s %s --help and --version', async (...command) => {
  const help = await runCli([...command.filter((part) => typeof part === 'string'), '--help']);
  expect([help.code, help.stderr]).toEqual([0, '']);
  expect(help.stdout).toMatch(/^Usage: pipewright/);
  const own = await runCli([...command.filter((part) => typeof part === 'string'), '--version']);
  expect(own).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([
  [[]],
  [['frobnicate']],
  [['validate']],
  [['validate', 'a', 'b']],
  [['validate', 'a', '--nope']],
  [['compile', 'a', '--target', 'nope']],
  [['run', 'a', '--engine', 'docker']],
  [['run', 'a', '--parallelism', '0']],
  [['runs', 'nope']],
  [['import']],
  [['import', 'not/there.yaml']],
  [['import', '.']],
  [['serve', '--port', 'x']],
  [['serve', '--port', '65536']],
  [['serve', 'not/there']],
  [['validate', 'not/there.pipeline.yaml']],
  [['compile', '.']],
  [['components', 'not/there']],
])('%j is wrong use, said on standard error alone', async (parameters) => {
  const { code, stdout, stderr } = await runCli(parameters);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).not.toBe('');
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('a French locale gets French words', async () => {
  const { stderr } = await runCli(['validate', 'rien.yaml'], { environment: { LC_ALL: 'fr_FR.UTF-8' } });
  expect(stderr).toBe('rien.yaml n’existe pas.\n');
});

test.each([
  [['serve', '--port', 'abc'], '--port must be a whole number from 0 to 65535, not “abc”.\n'],
  [['run', 'a', '--parallelism', '-3'], '--parallelism must be a whole number from 1 to 256, not “-3”.\n'],
])('%j is refused with the numbers that are allowed', async (parameters, sentence) => {
  expect(await runCli(parameters)).toEqual({ code: 2, stdout: '', stderr: sentence });
});

const tables = [
  ['cli', cliEnglish, cliFrench],
  ['error', errorEnglish, errorFrench],
] as const;

test.each(tables)('the words of %s are there in both languages, with the same places', (_area, english, french) => {
  expect(Object.keys(french)).toEqual(Object.keys(english));
  const places = (text = ''): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [key, text] of Object.entries(english)) expect(places(french[key]), key).toEqual(places(text));
});

test('every failure of the contract has a sentence', () => {
  expect(Object.keys(errorEnglish).sort()).toEqual(HOST_ERROR_CODES.map((code) => `error.${code}`).sort());
});

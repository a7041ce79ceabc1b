import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeHost } from '../../../main/services/diagnostics/describe-host.ts';
import { createLog } from '../../../main/services/log/create-log.ts';
import { maskSecrets } from '../../../main/services/log/mask.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

test.each([
  ['Authorization: Bearer abcdefgh12345678', 'Authorization: Bearer •••'],
  ['password=hunter2 next', 'password=••• next'],
  ['{"secret_key": "a b c", "other": 1}', '{"secret_key": •••, "other": 1}'],
  ['http://127.0.0.1/#token=abc&x=1', 'http://127.0.0.1/#token=•••&x=1'],
  ["minio_access_key: 'value'", 'minio_access_key: •••'],
  ['the token is missing', 'the token is missing'],
  ['reading /folders/me/tokens.yaml', 'reading /folders/me/tokens.yaml'],
])('%s', (text, expected) => {
  expect(maskSecrets(text)).toBe(expected);
});

test('known secrets are masked wherever they stand, in memory and in the file', async () => {
  const file = join(await makeTemporaryFolder(), 'logs', 'app.log');
  const log = createLog({ file, now: () => Date.UTC(2030, 0, 1) });
  log.keepSecret('s3cr3t-value');
  log.warn('cannot use s3cr3t-value', new Error('s3cr3t-value was refused'));
  await log.flush();
  const written = await readFile(file, 'utf8');
  expect(written).toMatch(/^2030-01-01T00:00:00\.000Z warn cannot use •••: Error: ••• was refused/);
  expect(written + log.readLines(10).join('')).not.toContain('s3cr3t');
});

test('the last lines are kept, oldest first', () => {
  const log = createLog({ file: null, now: () => 0 });
  for (let count = 0; count < 3000; count += 1) log.info(`line ${count}`);
  expect(log.readLines(2).map((line) => line.slice(-9))).toEqual(['line 2998', 'line 2999']);
  expect(log.readLines(10_000)).toHaveLength(2000);
});

test('a log that cannot be written hinders nothing', async () => {
  const log = createLog({ file: '/dev/null/logs/app.log', now: () => 0 });
  log.error('lost');
  await log.flush();
  expect(log.readLines(1)).toHaveLength(1);
});

test('diagnostics name neither secrets nor the home folder', () => {
  const text = describeHost({
    version: '1',
    kind: 'web',
    platform: 'linux',
    release: '6',
    nodeVersion: '26',
    cores: 2,
    memoryGigabytes: 8,
    homeFolder: '/folders/someone',
    dataFolder: '/folders/someone/.local/share/pipewright',
    openedFolders: ['/folders/someone/project'],
    activeRuns: 0,
    logLines: ['password=hunter2'],
  });
  expect(text).toContain('~/project');
  expect(text).not.toMatch(/someone|hunter2/);
});

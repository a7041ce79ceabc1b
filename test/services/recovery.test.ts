import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRecovery } from '../../main/services/recovery/create-recovery.ts';
import { identifyProcess, type ProcessIdentity } from '../../main/services/runs/process-identity.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const entry = { key: 'tab-1', path: '/a.pipeline.yaml', title: 'a', text: 'edits', baseStamp: 'stamp' };

function open(dataFolder: string, self: ProcessIdentity, present: readonly string[] = []) {
  return createRecovery({ dataFolder, self, now: () => 5, isPresent: (clientId) => present.includes(clientId) })
    .handlers;
}

test('work of a process that lives is not offered by another one, of a dead one it is', async () => {
  const dataFolder = await makeTemporaryFolder();
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  const identity = await identifyProcess(child.pid ?? 0);
  if (identity === undefined) throw new Error('the child is not there');
  await open(dataFolder, identity)['recovery.write'](entry, { clientId: 'then' });

  const now = open(dataFolder, { pid: process.pid, startToken: 'now' });
  expect(await now['recovery.list']({}, { clientId: 'now' })).toEqual({ entries: [] });
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { text: _text, ...info } = entry;
  expect(await now['recovery.list']({}, { clientId: 'now' })).toEqual({ entries: [{ ...info, savedAt: 5 }] });
});

test('a number that another process has got since does not count as alive', async () => {
  const dataFolder = await makeTemporaryFolder();
  await open(dataFolder, { pid: process.pid, startToken: 'long ago' })['recovery.write'](entry, { clientId: 'then' });
  const now = open(dataFolder, { pid: process.pid, startToken: 'now' });
  expect((await now['recovery.list']({}, { clientId: 'now' })).entries).toHaveLength(1);
});

test('after the page was loaded again its work is offered, while it is there it is not', async () => {
  const dataFolder = await makeTemporaryFolder();
  const self = { pid: process.pid, startToken: 'now' };
  await open(dataFolder, self)['recovery.write'](entry, { clientId: 'page' });
  const whilePresent = open(dataFolder, self, ['page']);
  expect((await whilePresent['recovery.list']({}, { clientId: 'other' })).entries).toHaveLength(0);
  const afterwards = open(dataFolder, self);
  expect((await afterwards['recovery.list']({}, { clientId: 'other' })).entries).toHaveLength(1);
});

test('damaged copies are passed over, and keys cannot lead out of the folder', async () => {
  const dataFolder = await makeTemporaryFolder();
  const self = { pid: process.pid, startToken: 'now' };
  const handlers = open(dataFolder, self);
  const me = { clientId: 'me' };
  await handlers['recovery.write'](entry, me);
  await writeFile(join(dataFolder, 'recovery', 'half.json'), '{"version":1,');
  await writeFile(join(dataFolder, 'outside.json'), JSON.stringify({ ...entry, version: 1 }));
  expect((await handlers['recovery.list']({}, me)).entries).toHaveLength(1);
  for (const key of ['../outside', 'nothing', '__proto__']) {
    await expect(handlers['recovery.read']({ key }, me)).rejects.toMatchObject({ failure: { code: 'not-found' } });
    expect(await handlers['recovery.discard']({ key }, me)).toBeNull();
  }
});

import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EventName, HostEvents } from '../../src/api/events.ts';
import type { HostClient } from '../../src/api/host.ts';
import { METHOD_NAMES, type MethodName } from '../../src/api/params.ts';
import { type Carried, TRANSPORTS } from './transports.ts';

/** A call's failure, as data. */
async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return await call.then(
    (result) => ({ succeeded: result }),
    (error: unknown) => (error as { failure?: unknown }).failure ?? error,
  );
}

/** The next event of a name. */
function next<Name extends EventName>(client: HostClient, name: Name): Promise<HostEvents[Name]> {
  return new Promise((resolve) => {
    const end = client.subscribe(name, (payload) => {
      end();
      resolve(payload);
    });
  });
}

describe.each(TRANSPORTS)('the contract over $name', ({ open }) => {
  let carried: Carried;
  let client: HostClient;

  beforeEach(async () => {
    carried = await open();
    client = await carried.connect();
  });
  afterEach(() => carried.dispose());

  const anyCall = (name: string, params: unknown): Promise<unknown> =>
    client.call(name as MethodName, params as Record<string, never>);
  const inFolder = (name: string): string => join(carried.folder, name);

  test('says what the host is', async () => {
    const info = await client.call('host.info', {});
    expect(info).toMatchObject({ version: '0.0.0-test', dataFolder: carried.dataFolder });
    expect(info.launch).toEqual([{ kind: 'folder', path: carried.folder }]);
  });

  test.each(METHOD_NAMES)('%s refuses params of a wrong form', async (name) => {
    for (const params of [{ nope: 1 }, [], 'text', null, 7]) {
      expect(await failureOf(anyCall(name, params))).toMatchObject({
        code: 'invalid-params',
        values: { method: name },
      });
    }
  });

  test.each(['nope', 'files.nope', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'there is no method %j',
    async (name) => {
      expect(await failureOf(anyCall(name, {}))).toMatchObject({ code: 'unknown-method' });
    },
  );

  test('values come through whole, whatever their keys', async () => {
    const value = JSON.parse('{"constructor": [null, 1.5, "é\\u2028😀"], "": {}, "toString": "no"}');
    await client.call('session.write', { key: 'panels', value });
    const back = await client.call('session.read', { key: 'panels' });
    expect(JSON.stringify(back.value)).toBe(JSON.stringify(value));
  });

  test('a key that would reach the prototype of all objects changes nothing', async () => {
    const value = JSON.parse('{"__proto__": {"polluted": true}, "kept": 1}');
    await client.call('session.write', { key: 'panels', value });
    const back = await client.call('session.read', { key: 'panels' });
    expect(back.value).toMatchObject({ kept: 1 });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(back.value)).toBe(Object.prototype);
  });

  test('what a call gives belongs to the caller', async () => {
    const first = await client.call('host.info', {});
    (first.capabilities as string[]).length = 0;
    expect((await client.call('host.info', {})).capabilities).not.toEqual([]);
  });

  test('a file is saved by stamp, and a newer one is never overwritten', async () => {
    const path = inFolder('a.pipeline.yaml');
    const { stamp } = await client.call('files.write', { path, text: 'one\r\n', expectedStamp: null });
    expect(await client.call('files.read', { path })).toEqual({ path, text: 'one\r\n', stamp, readOnly: false });
    await writeFile(path, 'newer');
    const failure = await failureOf(client.call('files.write', { path, text: 'mine', expectedStamp: stamp }));
    const newer = await client.call('files.read', { path });
    expect(failure).toEqual({ code: 'conflict', values: { path }, data: { stamp: newer.stamp } });
    await client.call('files.write', { path, text: 'mine', expectedStamp: newer.stamp });
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  test('a second window gets a file read-only until the first lets go', async () => {
    const path = inFolder('a.yaml');
    await writeFile(path, 'text');
    const other = await carried.connect();
    expect(await client.call('files.claim', { path })).toEqual({ claimed: true });
    expect(await other.call('files.claim', { path })).toEqual({ claimed: false });
    expect(await failureOf(other.call('files.write', { path, text: 'x', expectedStamp: null }))).toMatchObject({
      code: 'claimed-elsewhere',
    });
    await client.call('files.release', { path });
    expect(await other.call('files.claim', { path })).toEqual({ claimed: true });
  });

  test('a change on disk is told to who watches; the own save is not', async () => {
    const path = inFolder('a.yaml');
    const { stamp } = await client.call('files.write', { path, text: 'one', expectedStamp: null });
    const other = await carried.connect();
    await client.call('files.watch', { path });
    await other.call('files.watch', { path });
    const heard: unknown[] = [];
    client.subscribe('file.changed', (change) => heard.push(change));
    const toldOther = next(other, 'file.changed');
    const own = await client.call('files.write', { path, text: 'two', expectedStamp: stamp });
    expect(await toldOther).toEqual({ path, stamp: own.stamp });
    const toldFirst = next(client, 'file.changed');
    await rm(path);
    expect(await toldFirst).toEqual({ path, stamp: null });
    expect(heard).toEqual([{ path, stamp: null }]);
  });

  test('settings are kept, told to everybody, and refused where they are wrong', async () => {
    const other = await carried.connect();
    const told = next(other, 'settings.changed');
    const { settings } = await client.call('settings.write', { changes: { theme: 'dark' } });
    expect(settings.theme).toBe('dark');
    expect((await told).settings.theme).toBe('dark');
    expect(await failureOf(client.call('settings.write', { changes: { theme: 'purple' } }))).toMatchObject({
      code: 'invalid-params',
      values: { field: 'changes.theme' },
    });
    expect(await failureOf(client.call('settings.write', { changes: { nope: 1 } }))).toMatchObject({
      code: 'invalid-params',
    });
  });

  test('an opened folder lists its pipelines and tells of new ones', async () => {
    await mkdir(inFolder('deep'));
    await writeFile(inFolder('deep/a.pipeline.yaml'), '');
    const { root } = await client.call('workspace.open', { path: carried.folder });
    const { pipelines } = await client.call('workspace.pipelines', { root });
    expect(pipelines.map(({ relativePath }) => relativePath)).toEqual(['deep/a.pipeline.yaml']);
    const told = next(client, 'workspace.pipelinesChanged');
    await writeFile(inFolder('b.pipeline.yaml'), '');
    expect(await told).toEqual({ root });
  });

  test('unsaved work is offered to whoever comes after, not to who is beside', async () => {
    const entry = { key: 'tab-1', path: null, title: 'Untitled', text: 'edits', baseStamp: null };
    await client.call('recovery.write', entry);
    const other = await carried.connect();
    expect(await other.call('recovery.list', {})).toEqual({ entries: [] });
    const { entries } = await client.call('recovery.list', {});
    expect(entries).toMatchObject([{ key: 'tab-1', title: 'Untitled', path: null }]);
    expect(await client.call('recovery.read', { key: 'tab-1' })).toMatchObject({ text: 'edits' });
    await client.call('recovery.discard', { key: 'tab-1' });
    expect(await client.call('recovery.list', {})).toEqual({ entries: [] });
  });

  test('paths outside of what was chosen do not exist', async () => {
    const secret = join(carried.outside, 'secret.txt');
    await writeFile(secret, 'secret');
    await symlink(secret, inFolder('link.txt'));
    await symlink(carried.outside, inFolder('linked'));
    await symlink(join(carried.outside, 'new.txt'), inFolder('dangling.txt'));
    const paths = [
      secret,
      inFolder('../outside/secret.txt'),
      inFolder('link.txt'),
      inFolder('linked/secret.txt'),
      inFolder('linked/new.txt'),
      inFolder('dangling.txt'),
      join(carried.dataFolder, 'trust.json'),
      'relative.txt',
      '/etc/passwd',
      '/nowhere/at/all',
      `${carried.folder}\0/../outside/secret.txt`,
    ];
    for (const path of paths) {
      const calls = [
        client.call('files.read', { path }),
        client.call('files.write', { path, text: '', expectedStamp: null }),
        client.call('files.watch', { path }),
        client.call('files.claim', { path }),
        client.call('files.rename', { path, newPath: inFolder('taken.txt') }),
        client.call('files.rename', { path: inFolder('link.txt'), newPath: path }),
        client.call('recent.add', { path, kind: 'file' }),
        client.call('workspace.open', { path }),
        client.call('runs.trust', { root: path }),
        client.call('settings.write', { changes: { catalogFolders: [path] } }),
        client.call('dialog.choose', { path, kind: 'open-file' }),
      ];
      const failures = await Promise.all(calls.map(failureOf));
      for (const failure of failures) expect(failure, path).toMatchObject({ code: 'outside-workspace' });
    }
    expect(await readFile(secret, 'utf8')).toBe('secret');
  });

  test('running asks for trust first', async () => {
    const text = 'pipelineInfo: {name: empty}\nroot: {dag: {tasks: {}}}\ndeploymentSpec: {}\nschemaVersion: 2.1.0\n';
    const path = inFolder('empty.yaml');
    await writeFile(path, text);
    const request = { source: { kind: 'ir' as const, text, path }, parameters: {}, engine: 'process' as const };
    expect(await failureOf(client.call('runs.start', request))).toMatchObject({
      code: 'trust-required',
      values: { path: carried.folder },
    });
  });
});

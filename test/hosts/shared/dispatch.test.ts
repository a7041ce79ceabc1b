import { expect, test } from 'vitest';
import { createDispatch } from '../../../main/hosts/shared/dispatch.ts';
import { createLaunchQueue } from '../../../main/hosts/shared/launch-queue.ts';
import { createLazyService } from '../../../main/hosts/shared/lazy-service.ts';
import { HostError } from '../../../src/api/errors.ts';
import { createSilentLog } from '../../services/silent-log.ts';

const me = { clientId: 'me' };

function dispatchOver(work: () => unknown) {
  const log = createSilentLog();
  const handlers = { 'examples.list': work as () => { examples: [] } };
  return { log, dispatch: createDispatch(handlers, log) };
}

test('a bug is told without its words, which go to the log', async () => {
  const { log, dispatch } = dispatchOver(() => {
    throw new TypeError('password=hunter2 broke /home/someone');
  });
  expect(await dispatch('examples.list', {}, me)).toEqual({ ok: false, error: { code: 'internal', values: {} } });
  expect(log.readLines(1)[0]).toMatch(/error call examples\.list failed: TypeError: password=•••/);
});

test('failures of the file system and of services are data', async () => {
  const errno = Object.assign(new Error('x'), { code: 'ENOSPC', path: '/a' });
  const full = dispatchOver(() => Promise.reject(errno));
  expect(await full.dispatch('examples.list', {}, me)).toEqual({
    ok: false,
    error: { code: 'disk-full', values: { path: '/a' } },
  });
  const conflict = dispatchOver(() => Promise.reject(new HostError('conflict', { path: 'a' }, { stamp: null })));
  expect(await conflict.dispatch('examples.list', {}, me)).toMatchObject({ error: { data: { stamp: null } } });
  expect(conflict.log.readLines(9)).toEqual([]);
});

test('what a host cannot do is unsupported, nothing is null', async () => {
  const { dispatch } = dispatchOver(() => undefined);
  expect(await dispatch('runs.space', {}, me)).toMatchObject({ error: { code: 'unsupported' } });
  expect(await dispatch('examples.list', {}, me)).toEqual({ ok: true, result: null });
});

test('a service is made once, with the first call; one that could not be made is tried again', async () => {
  let made = 0;
  const lazy = createLazyService(['examples.list'], async () => {
    made += 1;
    if (made === 1) throw new Error('not yet');
    return { handlers: { 'examples.list': () => ({ examples: [] }) }, dispose: async () => undefined };
  });
  expect(lazy.loaded()).toBeUndefined();
  const call = async () => await lazy.handlers['examples.list']?.({}, me);
  await expect(call()).rejects.toThrow('not yet');
  await Promise.all([call(), call()]);
  expect(made).toBe(2);
  await lazy.dispose();
});

test('what is to be opened waits for a page, then is told', () => {
  const told: unknown[] = [];
  const file = (path: string) => ({ kind: 'file' as const, path });
  const queue = createLaunchQueue([file('/a')], (name, payload) => told.push([name, payload]));
  queue.open([file('/b')]);
  expect(queue.drain()).toEqual([file('/a'), file('/b')]);
  expect(queue.drain()).toEqual([]);
  queue.open([]);
  queue.open([file('/c')]);
  expect(told).toEqual([['host.open', { targets: [file('/c')] }]]);
});

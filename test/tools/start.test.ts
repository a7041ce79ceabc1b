import { expect, test } from 'vitest';
import { explainEarlyEnd, findObstacle } from '../../tools/start/electron.ts';
import { readStartOptions } from '../../tools/start/options.ts';

test.each([
  [[], false, []],
  [['a.pipeline.yaml'], false, ['a.pipeline.yaml']],
  [['--web', 'folder'], true, ['folder']],
  [['--no-open'], true, ['--no-open']],
  [['--port=8080'], true, ['--port=8080']],
  [['--port', '8080', 'folder'], true, ['--port', '8080', 'folder']],
])('%j: in the browser %s, forwarded %j', (parameters, webOnly, forwarded) => {
  expect(readStartOptions(parameters)).toEqual({ webOnly, forwarded });
});

test.each([
  ['linux', {}, 1000, /no display/],
  ['linux', { DISPLAY: ':0' }, 0, /root/],
  ['linux', { DISPLAY: ':0' }, 1000, undefined],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, undefined],
  ['darwin', {}, 501, undefined],
  ['win32', {}, undefined, undefined],
])('%s with %j as user %s', (platform, environment, userId, reason) => {
  const obstacle = findObstacle(platform, environment, userId);
  if (reason === undefined) expect(obstacle).toBeUndefined();
  else expect(obstacle).toMatch(reason);
});

test('an Electron that could not start is told from one that was closed', () => {
  expect(explainEarlyEnd(0)).toBeUndefined();
  expect(explainEarlyEnd(1)).toBeUndefined();
  expect(explainEarlyEnd(127)).toMatch(/libraries/);
  expect(explainEarlyEnd(133)).toMatch(/sandbox/);
});

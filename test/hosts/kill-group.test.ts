import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { endGroup } from '../../main/services/runs/kill-group.ts';

test('a hurried end does not wait for what ignores being asked', async () => {
  const child = spawn('sh', ['-c', 'trap "" TERM; echo ready; while :; do sleep 600; done'], { detached: true });
  await once(child.stdout, 'data');
  const ended = once(child, 'exit');
  // The clock stands still, so only the hurry can end the wait.
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  let hurried = false;
  const ending = endGroup(child.pid ?? 0, () => hurried);
  hurried = true;
  await ending;
  clock.mockRestore();
  expect(await ended).toEqual([null, 'SIGKILL']);
});

import { setTimeout as delay } from 'node:timers/promises';
import { execa } from 'execa';

/** How long a program may take to end when asked, in milliseconds. */
export const GRACE_MILLISECONDS = 5000;

/** Signals a whole process group. A group that is gone already is fine. */
export async function signalGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (process.platform === 'win32') {
    await execa('taskkill', ['/pid', String(pid), '/t', '/f'], { reject: false });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}

/** True while any process of the group lives. */
export function isGroupAlive(pid: number): boolean {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Asks a group to end, then makes it. Resolves when it is gone. `isHurried` may turn true while it waits. */
export async function endGroup(pid: number, isHurried: () => boolean = () => false): Promise<void> {
  await signalGroup(pid, 'SIGTERM');
  const deadline = performance.now() + GRACE_MILLISECONDS;
  while (isGroupAlive(pid) && performance.now() < deadline && !isHurried()) await delay(20);
  if (isGroupAlive(pid)) await signalGroup(pid, 'SIGKILL');
}

import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** Which process, beyond its number: numbers come round again. */
export const processIdentity = z.object({ pid: z.int().positive(), start: z.string() });

export type ProcessIdentity = z.output<typeof processIdentity>;

/** Looks at the machine's processes. */
export interface ProcessTable {
  readonly self: ProcessIdentity;
  isAlive(identity: ProcessIdentity): Promise<boolean>;
}

/** The real process table. Linux tells when a process started; elsewhere the number alone must do. */
export async function openProcessTable(): Promise<ProcessTable> {
  return {
    self: { pid: process.pid, start: await readStart(process.pid) },
    isAlive: async ({ pid, start }) => {
      if (!answersSignal(pid)) return false;
      const now = await readStart(pid);
      return start === '' || now === '' || now === start;
    },
  };
}

/** Linux, proc_pid_stat(5): field 22 is the start time in clock ticks since boot; field 2 may hold spaces. */
async function readStart(pid: number): Promise<string> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Signal 0 only asks. A process of another user answers with EPERM and is alive. */
function answersSignal(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

import { readFile } from 'node:fs/promises';
import { execa } from 'execa';

/** A process told apart from a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the system's own terms. Empty where the system does not tell. */
  readonly startToken: string;
}

/** Identifies a running process; undefined when there is none. */
export async function identifyProcess(pid: number): Promise<ProcessIdentity | undefined> {
  const startToken = process.platform === 'linux' ? await readLinuxStart(pid) : await readStartByPs(pid);
  return startToken === undefined ? undefined : { pid, startToken };
}

/** True while exactly this process runs. */
export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  const current = await identifyProcess(identity.pid);
  return current !== undefined && current.startToken === identity.startToken;
}

/** Field 22 of `/proc/<pid>/stat`, after the name in brackets, which may hold spaces. Zombies count as gone. */
async function readLinuxStart(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return fields[19];
}

/** macOS has `ps`; Windows has neither, and there a number alone tells. */
async function readStartByPs(pid: number): Promise<string | undefined> {
  if (process.platform === 'win32') return isNumberTaken(pid) ? '' : undefined;
  const result = await execa('ps', ['-o', 'lstart=', '-p', String(pid)], { reject: false });
  const text = typeof result.stdout === 'string' ? result.stdout.trim() : '';
  return text === '' ? undefined : text;
}

function isNumberTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

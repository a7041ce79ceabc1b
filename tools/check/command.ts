import { spawn } from 'node:child_process';
import { fromRoot } from '../root.ts';

/** One program to run in the repository, under a time limit in minutes. */
export type Command = {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly minutes: number;
  readonly environment?: Readonly<Record<string, string>>;
};

export type CommandResult = { readonly succeeded: boolean; readonly output: string };

/** Runs a command; its whole process group is ended at the limit. `show` passes its output on while it runs. */
export function runCommand(command: Command, show: boolean): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command.program, command.parameters, {
      cwd: fromRoot(),
      env: { ...process.env, ...plainOutput(), ...command.environment },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      detached: process.platform !== 'win32',
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const stopped = stopWithUs(child.pid, command.minutes, (sentence) => {
      output += sentence;
    });
    child.on('error', (error) => finish(false, `${error.message}\n`));
    child.on('close', (code) => finish(code === 0, ''));
    function finish(succeeded: boolean, more: string): void {
      stopped();
      resolve({ succeeded, output: output + more });
    }
  });
}

/** Programs colour their output for a terminal only; some guess wrong, so it is said to them. */
function plainOutput(): Record<string, string> {
  return process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' };
}

/** Ends the group at the limit, or when this program is told to end. Returns the function that lets it be. */
function stopWithUs(pid: number | undefined, minutes: number, say: (sentence: string) => void): () => void {
  const endGroup = () => {
    if (pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  const timer = setTimeout(() => {
    say(`Ended after ${minutes} minutes.\n`);
    endGroup();
  }, minutes * 60_000);
  const endBoth = () => {
    endGroup();
    process.exit(130);
  };
  process.on('SIGINT', endBoth);
  process.on('SIGTERM', endBoth);
  return () => {
    clearTimeout(timer);
    process.off('SIGINT', endBoth);
    process.off('SIGTERM', endBoth);
  };
}

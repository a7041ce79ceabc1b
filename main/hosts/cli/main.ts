import { CommanderError } from 'commander';
import { HostError } from '../../../src/api/errors.ts';
import { toHostError } from '../../services/support/node-errors.ts';
import { findPackage } from '../shared/package-root.ts';
import { CliError, EXIT } from './cli-error.ts';
import { createProgram, exitCodeOf } from './program.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** Failures that come of how the program was called, not of what it found. */
const WRONG_USE: readonly string[] = [
  'not-found',
  'not-a-file',
  'not-a-folder',
  'folder-not-found',
  'permission-denied',
  'invalid-params',
];

async function main(process: NodeJS.Process): Promise<number> {
  const terminal = openTerminal(process);
  let exitCode: number = EXIT.fine;
  const program = createProgram(terminal, findPackage().version, (code) => {
    exitCode = code;
  });
  try {
    if (process.argv.length <= 2) program.help({ error: true });
    await program.parseAsync(process.argv);
    return exitCode;
  } catch (error) {
    return tellFailure(terminal, error);
  }
}

function tellFailure(terminal: Terminal, error: unknown): number {
  if (error instanceof CommanderError) return exitCodeOf(error);
  if (error instanceof CliError) {
    terminal.complain(terminal.say(error.key, error.values));
    return error.exitCode;
  }
  const expected = toHostError(error);
  if (!(expected instanceof HostError)) throw error;
  const { code, values } = expected.failure;
  terminal.complain(terminal.say(`error.${code}`, values));
  return WRONG_USE.includes(code) ? EXIT.wrongUse : EXIT.problems;
}

/** A reader that had enough (`pipewright compile … | head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const exitCode = await main(process);
// What is still in the pipe must get through; nothing else may keep the program from ending.
process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));

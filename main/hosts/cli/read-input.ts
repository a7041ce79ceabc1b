import { resolve } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import { readTextFile } from '../../services/files/read-text-file.ts';
import { concerning } from '../../services/support/node-errors.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Terminal } from './terminal.ts';

/** Reads a text file that the user named. A file that cannot be read is wrong use. */
export async function readInput(terminal: Terminal, path: string): Promise<string> {
  try {
    return (await concerning(path, () => readTextFile(resolve(terminal.folder, path)))).text;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const { code, values } = error.failure;
    throw new CliError(EXIT.wrongUse, `error.${code}`, { ...values, path });
  }
}

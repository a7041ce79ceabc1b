import { resolve } from 'node:path';
import { HostError } from '../../../../src/api/errors.ts';
import type { ImportResult } from '../../../../src/api/results.ts';
import type { ImportNote } from '../../../../src/import/import-result.ts';
import type { Result } from '../../../../src/model/result.ts';
import { describeSource } from '../../../services/import/create-import.ts';
import { readSourceFile } from '../../../services/import/read-source-file.ts';
import { concerning, concerningWrite } from '../../../services/support/node-errors.ts';
import { writeAtomic } from '../../../services/support/write-atomic.ts';
import { CliError, EXIT, type ExitCode } from '../cli-error.ts';
import type { Terminal } from '../terminal.ts';

export interface ImportOptions {
  readonly output?: string;
  readonly notes?: boolean;
  readonly json?: boolean;
  readonly force?: boolean;
}

/** Writes a foreign pipeline as a native file. What could not be kept is told on standard error. */
export async function importPipeline(terminal: Terminal, source: string, options: ImportOptions): Promise<ExitCode> {
  const text = await readSource(terminal, source);
  const file = resolve(terminal.folder, source);
  const result = await describeSource(text, file, async (path) => path);
  const notes = result.notes.map((note) => ({ ...note, message: terminal.say(`import.${note.code}`, note.values) }));
  if (result.imported && options.output !== undefined) await save(terminal, options.output, result.text, options);
  if (options.json) terminal.printLine(JSON.stringify(describe(result, notes, options), null, 2));
  else tellNotes(terminal, source, notes, options.notes === true || !result.imported);
  if (!result.imported) return EXIT.problems;
  if (options.output !== undefined) terminal.complain(terminal.say('cli.written', { path: options.output }));
  else if (!options.json) terminal.print(result.text);
  return EXIT.fine;
}

async function readSource(terminal: Terminal, path: string): Promise<Result<string, ImportNote>> {
  try {
    return await concerning(path, () => readSourceFile(resolve(terminal.folder, path)));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw new CliError(EXIT.wrongUse, `error.${error.failure.code}`, { ...error.failure.values, path });
  }
}

/** An existing file is somebody's work. */
async function save(terminal: Terminal, path: string, text: string, options: ImportOptions): Promise<void> {
  const exclusive = options.force !== true;
  try {
    await concerningWrite(path, () => writeAtomic(resolve(terminal.folder, path), text, { exclusive }));
  } catch (error) {
    if (!(error instanceof HostError) || error.failure.code !== 'already-exists') throw error;
    throw new CliError(EXIT.wrongUse, 'cli.import-exists', { path });
  }
}

interface ToldNote extends ImportNote {
  readonly message: string;
}

function describe(result: ImportResult, notes: readonly ToldNote[], { output }: ImportOptions): object {
  if (!result.imported) return { imported: false, notes };
  const { kind, title, text } = result;
  return { imported: true, kind, title, ...(output === undefined ? { text } : { output }), notes };
}

/** All notes, or how many there are. */
function tellNotes(terminal: Terminal, source: string, notes: readonly ToldNote[], inFull: boolean): void {
  if (inFull) for (const { message, code } of notes) terminal.complain(`${source}: ${message} [${code}]`);
  else if (notes.length > 0) terminal.complain(terminal.say('cli.import-notes', { count: notes.length }));
}

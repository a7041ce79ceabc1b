import { resolve } from 'node:path';
import type { CompileTarget } from '../../../../src/analysis/compile-target.ts';
import { compileForTarget } from '../../../../src/compile/targets.ts';
import { concerningWrite } from '../../../services/support/node-errors.ts';
import { writeAtomic } from '../../../services/support/write-atomic.ts';
import { checkText } from '../check-text.ts';
import { EXIT, type ExitCode } from '../cli-error.ts';
import { formatProblem } from '../problem-list.ts';
import { readInput } from '../read-input.ts';
import type { Terminal } from '../terminal.ts';

/** Writes what a pipeline file compiles to. With errors nothing is written. */
export async function compile(
  terminal: Terminal,
  file: string,
  options: { readonly target: CompileTarget; readonly output?: string; readonly writeDefaults?: boolean },
): Promise<ExitCode> {
  const { document, problems, hasErrors } = checkText(
    await readInput(terminal, file),
    terminal.language,
    options.target,
  );
  for (const problem of problems) terminal.complain(formatProblem(problem, file));
  if (hasErrors || document === undefined) return EXIT.problems;
  const { target, writeDefaults = false } = options;
  const compiled = compileForTarget(document, target, { writeDefaults });
  if (!compiled.ok) return EXIT.problems;
  const { text } = compiled.value;
  const { output } = options;
  if (output === undefined) terminal.print(text);
  else {
    await concerningWrite(output, () => writeAtomic(resolve(terminal.folder, output), text));
    terminal.complain(terminal.say('cli.written', { path: output }));
  }
  return EXIT.fine;
}

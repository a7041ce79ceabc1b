import type { CompileTarget } from '../../../../src/analysis/compile-target.ts';
import { checkText } from '../check-text.ts';
import { EXIT, type ExitCode } from '../cli-error.ts';
import { formatProblem } from '../problem-list.ts';
import { readInput } from '../read-input.ts';
import type { Terminal } from '../terminal.ts';

/** Tells what is wrong with a pipeline file. */
export async function validate(
  terminal: Terminal,
  file: string,
  options: { readonly target?: CompileTarget; readonly json?: boolean },
): Promise<ExitCode> {
  const { problems, hasErrors } = checkText(await readInput(terminal, file), terminal.language, options.target);
  if (options.json) terminal.printLine(JSON.stringify(problems, null, 2));
  else {
    for (const problem of problems) terminal.printLine(formatProblem(problem, file));
    const count = (severity: string): number => problems.filter((problem) => problem.severity === severity).length;
    const summary = problems.length === 0 ? 'cli.no-problems' : 'cli.problem-count';
    terminal.printLine(terminal.say(summary, { path: file, errors: count('error'), warnings: count('warning') }));
  }
  return hasErrors ? EXIT.problems : EXIT.fine;
}

import { HostError } from '../../../src/api/errors.ts';
import type { PipelineSpec } from '../../../src/compile/kfp/ir.ts';
import { parsePipelineFile } from '../../../src/file/parse-file.ts';
import { loadSource } from '../../services/runs/load-source.ts';
import { checkText } from './check-text.ts';
import { CliError, EXIT } from './cli-error.ts';
import { formatProblem } from './problem-list.ts';
import type { Terminal } from './terminal.ts';

export interface RunnableText {
  readonly kind: 'document' | 'ir';
  readonly spec: PipelineSpec;
}

/** What a text is and runs as. Undefined where it has errors, which have been told by then. */
export function loadRunSource(terminal: Terminal, file: string, text: string): RunnableText | undefined {
  const parsed = parsePipelineFile(text);
  if (!parsed.ok && parsed.error.code === 'not-a-pipeline') return loadIr(file, text);
  const { problems, hasErrors } = checkText(text, terminal.language, 'kfp');
  for (const problem of problems) terminal.complain(formatProblem(problem, file));
  return hasErrors ? undefined : { kind: 'document', spec: loadSource({ kind: 'document', text }).spec };
}

function loadIr(file: string, text: string): RunnableText {
  try {
    return { kind: 'ir', spec: loadSource({ kind: 'ir', text }).spec };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw new CliError(EXIT.problems, 'cli.not-a-pipeline', { path: file });
  }
}

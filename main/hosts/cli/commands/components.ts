import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type {
  CatalogEntry,
  ComponentProblem,
  InputPort,
  OutputPort,
} from '../../../../src/catalog/component-description.ts';
import { scanComponents } from '../../../services/catalog/scan-components.ts';
import { concerning } from '../../../services/support/node-errors.ts';
import { CliError, EXIT, type ExitCode } from '../cli-error.ts';
import { formatTable } from '../format.ts';
import type { Terminal } from '../terminal.ts';

interface ListedPort {
  readonly id: string;
  readonly name: string;
  readonly kind: 'parameter' | 'artifact';
  /** As in the IR: `STRING`, `system.Dataset`. */
  readonly type: string;
}

interface ListedRemark {
  readonly code: string;
  readonly message: string;
  readonly line?: number;
}

interface ListedComponent {
  readonly path: string;
  readonly status: 'ok' | 'broken';
  readonly name: string;
  readonly inputs: readonly ListedPort[];
  readonly outputs: readonly ListedPort[];
  readonly problems: readonly ListedRemark[];
  readonly notes: readonly ListedRemark[];
}

/** Lists the components below a folder, usable or not. */
export async function components(
  terminal: Terminal,
  folder: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const root = resolve(terminal.folder, folder);
  const found = await concerning(folder, () => stat(root));
  if (!found.isDirectory()) throw new CliError(EXIT.wrongUse, 'error.not-a-folder', { path: folder });
  const { entries, notes } = await scanComponents(root);
  const listed = entries.map((entry) => describe(terminal, entry, join(folder, relative(root, entry.path))));
  for (const note of notes) terminal.complain(describeRemark(terminal, note).message);
  if (options.json) terminal.printLine(JSON.stringify(listed, null, 2));
  else printTable(terminal, folder, listed);
  return listed.some(hasProblems) ? EXIT.problems : EXIT.fine;
}

function hasProblems({ status, problems }: ListedComponent): boolean {
  return status === 'broken' || problems.length > 0;
}

function printTable(terminal: Terminal, folder: string, listed: readonly ListedComponent[]): void {
  if (listed.length === 0) terminal.complain(terminal.say('cli.no-components', { path: folder }));
  const rows = listed.map(({ path, status, name, inputs, outputs }) => [
    status,
    name,
    [...inputs.map(({ id }) => id), '→', ...outputs.map(({ id }) => id)].join(' '),
    path,
  ]);
  if (rows.length > 0) terminal.printLine(formatTable(rows));
  for (const { path, problems } of listed) {
    for (const { message, line } of problems) {
      terminal.printLine(`${line === undefined ? path : `${path}:${line}`}: ${message}`);
    }
  }
}

function describe(terminal: Terminal, entry: CatalogEntry, path: string): ListedComponent {
  const remark = (problem: ComponentProblem): ListedRemark => describeRemark(terminal, problem);
  if (entry.status === 'broken') {
    const { status, name, problems } = entry;
    return { path, status, name, inputs: [], outputs: [], problems: problems.map(remark), notes: [] };
  }
  const { name, inputs, outputs, problems, notes } = entry.description;
  return {
    path,
    status: 'ok',
    name,
    inputs: inputs.map(describePort),
    outputs: outputs.map(describePort),
    problems: problems.map(remark),
    notes: notes.map(remark),
  };
}

function describePort({ id, name, type }: InputPort | OutputPort): ListedPort {
  return { id, name, kind: type.kind, type: type.kind === 'parameter' ? type.parameterType : type.schemaTitle };
}

function describeRemark(terminal: Terminal, { code, values, line }: ComponentProblem): ListedRemark {
  return { code, message: terminal.say(`component.${code}`, values), ...(line === undefined ? {} : { line }) };
}

import { Argument, Command, type CommanderError, Option } from 'commander';
import { COMPILE_TARGETS } from '../../../src/analysis/compile-target.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Terminal } from './terminal.ts';

/** Carries out a command; resolves to the exit code. */
export type Finish = (exitCode: number) => void;

/** The commands and their options. What they do is loaded only when it is asked for. */
export function createProgram(terminal: Terminal, version: string, finish: Finish): Command {
  const program = new Command('pipewright');
  const words = (key: string): string => terminal.say(`cli.help-${key}`);
  program
    .description(words('program'))
    .version(version, '-V, --version', words('version'))
    .helpOption('-h, --help', words('help'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: (text) => terminal.complain(text.trimEnd()) })
    .configureHelp({ styleTitle: (title) => terminal.say(`cli.help-title-${title.replace(':', '').toLowerCase()}`) })
    .showHelpAfterError(false);
  const add = (name: string): Command =>
    program.command(name).description(words(name)).version(version, '-V, --version', words('version'));

  addChecks(add, terminal, words, finish);
  addImport(add, terminal, words, finish);
  addRun(add, terminal, words, finish);
  addRuns(add, terminal, words, version, finish);
  addServe(add, terminal, words, finish);
  return program;
}

type Add = (name: string) => Command;
type Words = (key: string) => string;

function targetOption(words: Words): Option {
  return new Option('--target <target>', words('target')).choices(COMPILE_TARGETS);
}

function addChecks(add: Add, terminal: Terminal, words: Words, finish: Finish): void {
  add('validate')
    .argument('<file>', words('pipeline-file'))
    .addOption(targetOption(words))
    .option('--json', words('json'))
    .action(async (file, options) => {
      const { validate } = await import('./commands/validate.ts');
      finish(await validate(terminal, file, options));
    });
  add('compile')
    .argument('<file>', words('pipeline-file'))
    .addOption(targetOption(words).default('kfp'))
    .option('--write-defaults', words('write-defaults'))
    .option('-o, --output <file>', words('output'))
    .action(async (file, options) => {
      const { compile } = await import('./commands/compile.ts');
      finish(await compile(terminal, file, options));
    });
  add('components')
    .argument('<folder>', words('component-folder'))
    .option('--json', words('json'))
    .action(async (folder, options) => {
      const { components } = await import('./commands/components.ts');
      finish(await components(terminal, folder, options));
    });
}

function addImport(add: Add, terminal: Terminal, words: Words, finish: Finish): void {
  add('import')
    .argument('<source>', words('import-source'))
    .option('-o, --output <file>', words('output'))
    .option('--force', words('import-force'))
    .option('--notes', words('import-notes'))
    .option('--json', words('json'))
    .action(async (source, options) => {
      const { importPipeline } = await import('./commands/import.ts');
      finish(await importPipeline(terminal, source, options));
    });
}

function addRun(add: Add, terminal: Terminal, words: Words, finish: Finish): void {
  add('run')
    .argument('<file>', words('run-file'))
    .option('-p, --param <name=value>', words('param'), collect, [])
    .option('--params-file <file>', words('params-file'))
    .addOption(
      new Option('--engine <engine>', words('engine')).choices(['auto', 'process', 'docker', 'podman']).default('auto'),
    )
    .option('--name <name>', words('run-name'))
    .option('--parallelism <number>', words('parallelism'), (text) => readWhole('--parallelism', text, 1, 256))
    .option('--no-cache', words('no-cache'))
    .option('--json', words('json-events'))
    .action(async (file, options) => {
      const { run } = await import('./commands/run.ts');
      finish(await run(terminal, file, options));
    });
}

function addRuns(add: Add, terminal: Terminal, words: Words, version: string, finish: Finish): void {
  const runs = add('runs');
  const addBelow = (name: string): Command =>
    runs
      .command(name)
      .description(words(`runs-${name}`))
      .version(version, '-V, --version', words('version'));
  const task = new Argument('[task]', words('task'));
  addBelow('list')
    .option('--json', words('json'))
    .action(async (options) => {
      const { listRuns } = await import('./commands/runs.ts');
      finish(await listRuns(terminal, options));
    });
  addBelow('resume')
    .argument('<run>', words('run-id'))
    .option('-p, --param <name=value>', words('secret-param'), collect, [])
    .option('--allow-process', words('allow-process'), false)
    .option('--json', words('json-events'))
    .action(async (wanted, options) => {
      const { resumeRun } = await import('./commands/resume.ts');
      finish(await resumeRun(terminal, wanted, options));
    });
  addBelow('logs')
    .argument('<run>', words('run-id'))
    .addArgument(task)
    .action(async (wanted, name) => {
      const { printLogs } = await import('./commands/runs.ts');
      finish(await printLogs(terminal, wanted, name));
    });
  addBelow('outputs')
    .argument('<run>', words('run-id'))
    .addArgument(task)
    .option('--json', words('json'))
    .action(async (wanted, name, options) => {
      const { printOutputs } = await import('./commands/runs.ts');
      finish(await printOutputs(terminal, wanted, name, options));
    });
}

function addServe(add: Add, terminal: Terminal, words: Words, finish: Finish): void {
  add('serve')
    .argument('[path]', words('serve-path'))
    .option('--port <number>', words('port'), (text) => readWhole('--port', text, 0, 65_535), 0)
    .option('--no-open', words('no-open'))
    .option('--allow-host <name>', words('allow-host'), collect, [])
    .action(async (path, options) => {
      const { serve } = await import('./commands/serve.ts');
      finish(await serve(terminal, path, options));
    });
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function readWhole(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new CliError(EXIT.wrongUse, 'cli.whole-number', { option, least, most, text });
}

/** The exit code that a refusal of commander's own means. */
export function exitCodeOf(error: CommanderError): number {
  return error.exitCode === 0 ? 0 : 2;
}

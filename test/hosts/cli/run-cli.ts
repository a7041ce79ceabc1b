import { startProgram } from '../start-program.ts';

export interface CliResult {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

const program = new URL('../../../main/hosts/cli/main.ts', import.meta.url);

/** Runs the command line from its sources, where Electron cannot be resolved. */
export async function runCli(
  parameters: readonly string[],
  options: {
    readonly folder?: string;
    readonly dataFolder?: string;
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<CliResult> {
  const { folder, dataFolder, environment } = options;
  const started = startProgram(program, parameters, {
    ...(folder === undefined ? {} : { folder }),
    environment: { ...environment, ...(dataFolder === undefined ? {} : { PIPEWRIGHT_DATA_DIR: dataFolder }) },
  });
  const code = await started.ended;
  return { code, ...started.output() };
}

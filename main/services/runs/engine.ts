import type { EngineName } from '../../../src/api/results.ts';
import type { ResolvedLimits } from '../../../src/run/command/resolve-command.ts';
import type { RunReason } from '../../../src/run/run-state.ts';

/** What runs a task's command: processes of this machine, or a container engine. */
export interface Engine {
  readonly name: EngineName;
  /** Undefined when it can be used, else why not. */
  checkAvailable(): Promise<RunReason | undefined>;
  /** Starts a command. Expected failures come back as values of `ended`. */
  start(request: EngineRequest): Promise<EngineProcess>;
  /** Ends whatever of a run is left over from a program that died. Processes are ended by their number instead. */
  endLeftovers(runId: string): Promise<void>;
}

export interface EngineRequest {
  readonly runId: string;
  readonly taskKey: string;
  readonly attempt: number;
  readonly image: string;
  readonly command: readonly string[];
  readonly entrypointLength: number;
  readonly env: { readonly [name: string]: string };
  /** Variables whose values no command line may show. */
  readonly secretEnv: { readonly [name: string]: string };
  /** The working folder. */
  readonly folder: string;
  /** Folders that come first on PATH (a virtual environment), for processes. */
  readonly pathPrefixes: readonly string[];
  /** What a container sees of this machine. */
  readonly mounts: readonly Mount[];
  readonly limits: ResolvedLimits;
  /** `Always`, `Never` or `IfNotPresent`. */
  readonly pullPolicy?: string;
  readonly user?: string;
  /** Further arguments of `run`, from the local file. */
  readonly engineArguments: readonly string[];
  /** Takes what the command prints, in the order it comes. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
}

export interface Mount {
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

export interface EngineProcess {
  /** Undefined when nothing was started. */
  readonly pid: number | undefined;
  readonly ended: Promise<EngineOutcome>;
  /** Asks it and all it started to end, then makes them. */
  end(): Promise<void>;
}

export type EngineOutcome =
  | { readonly kind: 'exited'; readonly exitCode: number }
  | { readonly kind: 'signalled'; readonly signal: string }
  | { readonly kind: 'not-started'; readonly reason: RunReason };

import type { RunReason } from '../../../src/run/run-state.ts';

/** What runs a task's command: processes of this machine, or a container engine. */
export interface Engine {
  readonly name: string;
  /** Undefined when it can be used, else why not. */
  checkAvailable(): Promise<RunReason | undefined>;
  /** Starts a command. Expected failures come back as values of `ended`. */
  start(request: EngineRequest): Promise<EngineProcess>;
}

export interface EngineRequest {
  readonly image: string;
  readonly command: readonly string[];
  readonly entrypointLength: number;
  readonly env: { readonly [name: string]: string };
  /** The working folder. */
  readonly folder: string;
  /** Folders that come first on PATH (a virtual environment). */
  readonly pathPrefixes: readonly string[];
  /** Takes what the command prints, in the order it comes. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
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

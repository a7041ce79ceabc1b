import type { CatalogEntry, ComponentProblem } from '../catalog/component-description.ts';
import type { ImportNote } from '../import/import-result.ts';
import type { SourceKind } from '../import/recognise-source.ts';
import type { JsonValue } from '../model/json.ts';
import type { RunNote, RunPhase, RunReason, RunState } from '../run/run-state.ts';
import type { MethodName } from './params.ts';
import type { Settings } from './settings.ts';

export type Capability =
  | 'native-dialogs'
  | 'native-menus'
  | 'folder-browser'
  | 'open-external'
  | 'reveal-path'
  | 'keychain'
  | 'process-engine';

export interface HostInfo {
  readonly version: string;
  readonly kind: 'electron' | 'web' | 'cli' | 'memory';
  readonly platform: 'linux' | 'darwin' | 'win32' | 'other';
  readonly capabilities: readonly Capability[];
  readonly homeFolder: string;
  readonly dataFolder: string;
  readonly cores: number;
  /** What the program was asked to open when it started. */
  readonly launch: readonly LaunchTarget[];
  /** Set while developing and in tests only. */
  readonly nodeVersion: string;
}

export interface LaunchTarget {
  readonly kind: 'file' | 'folder';
  readonly path: string;
}

export interface WorkspaceInfo {
  readonly root: string;
  readonly name: string;
  readonly trusted: boolean;
}

export interface PipelineFileInfo {
  readonly path: string;
  /** Relative to the root, with `/`. */
  readonly relativePath: string;
  readonly modifiedAt: number;
}

export interface FileText {
  readonly path: string;
  readonly text: string;
  /** Changes with every change of the file's content. */
  readonly stamp: string;
  readonly readOnly: boolean;
}

export interface FolderListing {
  readonly path: string;
  readonly parent: string | null;
  readonly entries: readonly { readonly name: string; readonly kind: 'file' | 'folder' }[];
  readonly roots: readonly { readonly label: string; readonly path: string }[];
  readonly truncated: boolean;
}

export interface RecoveryInfo {
  readonly key: string;
  readonly path: string | null;
  readonly title: string;
  readonly savedAt: number;
  readonly baseStamp: string | null;
}

export interface RecentItem {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly openedAt: number;
  readonly exists: boolean;
}

export interface ExampleInfo {
  readonly id: string;
  readonly kind: 'example' | 'template';
  readonly title: { readonly en: string; readonly fr: string };
  readonly summary: { readonly en: string; readonly fr: string };
  readonly tasks: number;
}

export interface CatalogListing {
  readonly entries: readonly CatalogEntry[];
  /** Limits that were reached while scanning, and the like. */
  readonly notes: readonly ComponentProblem[];
}

/** What runs the programs of tasks. */
export type EngineName = 'process' | 'docker' | 'podman';

/** What a run would do on this machine, shown before trust is given. */
export interface RunPreflight {
  readonly engine: EngineName;
  readonly trusted: boolean;
  /** The folder that trust would be given to. */
  readonly trustRoot: string;
  readonly commands: readonly { readonly task: string; readonly command: readonly string[] }[];
  /** Missing programs and the like; a code of `run.<code>`. */
  readonly problems: readonly (RunReason & { readonly task?: string })[];
  /** What to know before: settings without effect here and the like; codes as above. */
  readonly notes: readonly RunNote[];
}

export interface RunSummary {
  readonly id: string;
  readonly name: string;
  readonly pipelineName: string;
  readonly root: string | null;
  readonly phase: RunPhase;
  readonly createdAt: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly taskCounts: { readonly total: number; readonly done: number; readonly failed: number };
}

export interface RunDetail {
  readonly state: RunState;
  readonly root: string | null;
  /** The native file it ran from, when it was drawn. */
  readonly documentText?: string;
  readonly documentPath?: string;
  readonly irText: string;
  /** Secret values are absent and named in `secretParameters`. */
  readonly parameters: { readonly [name: string]: JsonValue };
  readonly secretParameters: readonly string[];
  /** The run's folder, for people. */
  readonly folder: string;
}

export interface LogSlice {
  readonly text: string;
  /** Byte offsets of the slice in the whole log. */
  readonly start: number;
  readonly end: number;
  readonly size: number;
  /** Nothing more will be written. */
  readonly complete: boolean;
}

export interface LogMatches {
  readonly matches: readonly { readonly line: number; readonly offset: number; readonly text: string }[];
  readonly truncated: boolean;
}

/** An output or input to look at. Large things are cut and say so. */
export type Preview = { readonly size: number; readonly truncated: boolean; readonly path?: string } & (
  | { readonly kind: 'text' | 'json' | 'markdown'; readonly text: string }
  | { readonly kind: 'table'; readonly text: string; readonly delimiter: ',' | '\t' }
  | { readonly kind: 'image'; readonly mediaType: string; readonly base64: string }
  /** HTML is shown from an address of its own, in a sandbox. */
  | { readonly kind: 'html'; readonly address: string; readonly text: string }
  | { readonly kind: 'metrics'; readonly metrics: { readonly [name: string]: JsonValue } }
  | { readonly kind: 'folder'; readonly entries: readonly string[] }
  | { readonly kind: 'binary' | 'absent' | 'masked' }
);

/** A foreign file as a native one. Notes are `import.<code>`: what was lost or changed, or why nothing can be had. */
export type ImportResult =
  | {
      readonly imported: true;
      readonly kind: SourceKind;
      /** What the pipeline is called, for a file name and the tab. */
      readonly title: string;
      /** The text of a `NAME.pipeline.yaml`. */
      readonly text: string;
      readonly notes: readonly ImportNote[];
    }
  | { readonly imported: false; readonly notes: readonly ImportNote[] };

/** What each method gives back. */
export interface MethodResults {
  'host.info': HostInfo;
  'host.ready': { readonly open: readonly LaunchTarget[] };
  'host.openExternal': null;
  'host.revealPath': null;
  'host.diagnostics': { readonly text: string };
  'host.log': { readonly lines: readonly string[] };
  'menu.setState': null;
  'window.setDocument': null;
  'settings.read': { readonly settings: Settings; readonly path: string; readonly problem?: string };
  'settings.write': { readonly settings: Settings };
  'session.read': { readonly value: JsonValue };
  'session.write': null;
  'dialog.pick': { readonly path: string | null };
  'dialog.browse': FolderListing;
  'dialog.choose': { readonly path: string };
  'dialog.createFolder': { readonly path: string };
  'workspace.open': WorkspaceInfo;
  'workspace.close': null;
  'workspace.list': { readonly workspaces: readonly WorkspaceInfo[] };
  'workspace.pipelines': { readonly pipelines: readonly PipelineFileInfo[] };
  'files.read': FileText;
  'files.write': { readonly stamp: string };
  'files.rename': { readonly path: string };
  'files.watch': null;
  'files.unwatch': null;
  'files.claim': { readonly claimed: boolean };
  'files.release': null;
  'recovery.write': null;
  'recovery.list': { readonly entries: readonly RecoveryInfo[] };
  'recovery.read': RecoveryInfo & { readonly text: string };
  'recovery.discard': null;
  'recent.list': { readonly items: readonly RecentItem[] };
  'recent.add': null;
  'recent.remove': null;
  'examples.list': { readonly examples: readonly ExampleInfo[] };
  'examples.open': { readonly root: string; readonly file: string };
  'catalog.list': CatalogListing;
  'catalog.retype': { readonly path: string };
  'import.read': ImportResult;
  'runs.preflight': RunPreflight;
  'runs.trust': null;
  'runs.start': { readonly runId: string };
  'runs.list': { readonly runs: readonly RunSummary[] };
  'runs.get': RunDetail;
  'runs.stop': null;
  'runs.resume': { readonly runId: string };
  'runs.delete': null;
  'runs.log': LogSlice;
  'runs.searchLog': LogMatches;
  'runs.endSearch': null;
  'runs.preview': Preview;
  'runs.space': { readonly bytes: number; readonly runs: number; readonly folder: string };
  'runs.cleanUp': { readonly removed: number; readonly bytes: number };
}

export type MethodResult<Name extends MethodName> = MethodResults[Name];

/** `invalid-arguments` failures say per parameter what is expected. */
export interface InvalidArgumentsData {
  readonly parameters: { readonly [name: string]: RunReason };
}

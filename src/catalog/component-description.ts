import type { JsonValue } from '../model/json.ts';
import type { PortType } from '../model/port-type.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';

/** What a component is to the rest of the editor, whichever format it was written in. */
export interface ComponentDescription {
  /** KFP SDK: the sanitised component name, from which task names are made. */
  readonly name: string;
  /** The name as its author wrote it. */
  readonly title: string;
  readonly description?: string;
  readonly inputs: readonly InputPort[];
  readonly outputs: readonly OutputPort[];
  readonly implementation: ComponentImplementation;
  readonly annotations: { readonly [key: string]: string };
  /** What the SDK would refuse, at load or at use. Empty for a usable component. */
  readonly problems: readonly ComponentProblem[];
  /** Hints that hinder nothing. */
  readonly notes: readonly ComponentProblem[];
}

export interface InputPort {
  /** KFP's sanitised id: the name in arguments, references and the IR. */
  readonly id: string;
  /** The raw name: a label. */
  readonly name: string;
  readonly type: PortType;
  /** The type as written, for people (`GCSPath`, `List[str]`). */
  readonly declaredType?: string;
  readonly description?: string;
  readonly optional: boolean;
  /** Converted as the SDK converts it; absent when there is none (or for artifacts). */
  readonly default?: JsonValue;
}

export interface OutputPort {
  readonly id: string;
  readonly name: string;
  readonly type: PortType;
  readonly declaredType?: string;
  readonly description?: string;
}

export type ComponentImplementation = ContainerImplementation | GraphImplementation;

/** A container, in IR strings: placeholders already are `{{$.inputs…}}` texts. */
export interface ContainerImplementation {
  readonly kind: 'container';
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  /** Resources and other executor fields that a v2 IR component carries, unchanged. */
  readonly executorExtra?: { readonly [key: string]: YamlTree };
}

/** A v2 IR component that is itself a pipeline. `spec` is the whole PipelineSpec. */
export interface GraphImplementation {
  readonly kind: 'graph';
  readonly spec: { readonly [key: string]: YamlTree };
}

/** A problem or note: a code of the words catalogue (`component.<code>`) with its values. */
export interface ComponentProblem {
  readonly code: string;
  readonly values: { readonly [name: string]: string | number };
  /** 1-based line in the component's file, where known. */
  readonly line?: number;
  readonly fix?: ComponentFix;
}

/** A copy of the component in which the named inputs get a parameter type. */
export interface ComponentFix {
  readonly kind: 'retype-inputs';
  readonly inputs: readonly { readonly name: string; readonly type: string }[];
}

/** One file of a catalog folder. */
export type CatalogEntry = UsableEntry | BrokenEntry;

interface EntryBase {
  /** Absolute path, or `builtin:<group>/<name>` for the shipped catalog. */
  readonly path: string;
  /** The catalog folder it was found below. */
  readonly root: string;
  /** SHA-256 of the text, hexadecimal. */
  readonly digest: string;
}

/** A file that is a component. With `problems` in its description it is listed but KFP would refuse it. */
export interface UsableEntry extends EntryBase {
  readonly status: 'ok';
  readonly text: string;
  readonly description: ComponentDescription;
}

/** A file that looks like a component and cannot be one. */
export interface BrokenEntry extends EntryBase {
  readonly status: 'broken';
  readonly name: string;
  readonly problems: readonly ComponentProblem[];
}

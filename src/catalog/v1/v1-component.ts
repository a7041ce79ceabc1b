import type { YamlPath } from '../../yaml/find-yaml-line.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';

/** A v1 `component.yaml` as its strict schema has it, before types and names are resolved. */
export interface V1Component {
  readonly name?: string;
  readonly description?: string;
  readonly annotations: { readonly [key: string]: string };
  readonly inputs: readonly V1Input[];
  readonly outputs: readonly V1Port[];
  readonly container: V1Container;
}

export interface V1Port {
  readonly name: string;
  /** Absent or null: no type. */
  readonly type?: YamlTree;
  readonly description?: string;
  readonly path: YamlPath;
}

export interface V1Input extends V1Port {
  readonly optional: boolean;
  /** Absent when there is none; null counts as none. */
  readonly default?: YamlTree;
}

export interface V1Container {
  readonly image: string;
  readonly command: readonly V1Argument[];
  readonly args: readonly V1Argument[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly fileOutputs: readonly string[];
}

/** One item of a command line. */
export type V1Argument = V1Text | V1PortPlaceholder | V1ExecutorInput | V1Concat | V1If;

export interface V1Text {
  readonly kind: 'text';
  readonly text: string;
}

export type PortPlaceholderKind = 'inputValue' | 'inputPath' | 'inputUri' | 'outputPath' | 'outputUri';

export interface V1PortPlaceholder {
  readonly kind: PortPlaceholderKind;
  /** The raw name of the input or output. */
  readonly port: string;
  readonly path: YamlPath;
}

export interface V1ExecutorInput {
  readonly kind: 'executorInput';
}

export interface V1Concat {
  readonly kind: 'concat';
  readonly items: readonly V1Argument[];
}

/** `if` with `isPresent`, the only condition that KFP 2 takes. A single branch value is not a list of one. */
export interface V1If {
  readonly kind: 'if';
  /** The raw name of the input. */
  readonly input: string;
  readonly then: V1Branch;
  readonly otherwise?: V1Branch;
  readonly path: YamlPath;
}

export type V1Branch = V1Argument | readonly V1Argument[];

/** Tells a list of items from a single one. */
export function isArgumentList(branch: V1Branch): branch is readonly V1Argument[] {
  return Array.isArray(branch);
}

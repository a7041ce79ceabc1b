import type { ArtifactPortType } from '../../model/port-type.ts';
import { camelCase } from './identifiers.ts';
import { stringLiteral } from './literals.ts';
import type { ModuleNames } from './module-names.ts';

/** KFP SDK: `kfp.dsl.types.artifact_types`, all of version 0.0.1. */
const SYSTEM_CLASSES: ReadonlySet<string> = new Set([
  'Artifact',
  'ClassificationMetrics',
  'Dataset',
  'HTML',
  'Markdown',
  'Metrics',
  'Model',
  'SlicedClassificationMetrics',
]);

/** The Python classes of artifact types: the SDK's own, and declared ones for all other types. */
export interface ArtifactClasses {
  readonly nameOf: (type: ArtifactPortType) => string;
  /** The declarations of what was asked for, each one a few lines. */
  readonly declarations: () => readonly string[];
}

/** Starts with no declarations. */
export function createArtifactClasses(module: ModuleNames): ArtifactClasses {
  const declared = new Map<string, { readonly name: string; readonly text: string }>();
  return {
    nameOf({ schemaTitle, schemaVersion }) {
      const system = /^system\.(\w+)$/.exec(schemaTitle)?.[1];
      const isKnown = system !== undefined && SYSTEM_CLASSES.has(system) && schemaVersion === '0.0.1';
      if (isKnown) return `${module.use('dsl')}.${system}`;
      const key = `${schemaTitle}@${schemaVersion}`;
      let known = declared.get(key);
      if (known === undefined) {
        const name = module.names.take(camelCase(schemaTitle.split('.').at(-1) ?? ''));
        const fields = [
          `schema_title = ${stringLiteral(schemaTitle)}`,
          `schema_version = ${stringLiteral(schemaVersion)}`,
        ];
        const text = [`class ${name}(${module.use('dsl')}.Artifact):`, ...fields.map((field) => `    ${field}`)].join(
          '\n',
        );
        known = { name, text };
        declared.set(key, known);
      }
      return known.name;
    },
    declarations: () => [...declared.values()].map(({ text }) => text),
  };
}

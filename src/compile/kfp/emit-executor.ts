import type { EnvironmentVariable } from '../../model/task-options.ts';
import type { PlannedContainer, PlannedImporter } from '../plan/plan.ts';
import { emitResources } from './emit-resources.ts';
import type { Executor } from './ir.ts';

/** The executor of a container. Empty command, args and variable values are left out, as proto3 JSON does. */
export function emitContainer(container: PlannedContainer): Executor {
  const { image, command, args, env } = container;
  const resources = emitResources(container.resources);
  return {
    container: {
      ...(args.length === 0 ? {} : { args }),
      ...(command.length === 0 ? {} : { command }),
      ...(env.length === 0 ? {} : { env: env.map(emitVariable) }),
      image,
      ...(resources === undefined ? {} : { resources }),
    },
  };
}

function emitVariable({ name, value }: EnvironmentVariable): { readonly name: string; readonly value?: string } {
  return value === '' ? { name } : { name, value };
}

/** The executor of an importer. */
export function emitImporter({ target, constantUri, metadata }: PlannedImporter): Executor {
  const { schemaTitle, schemaVersion } = target.artifactType;
  return {
    importer: {
      artifactUri: constantUri === undefined ? { runtimeParameter: 'uri' } : { constant: constantUri },
      ...(target.downloadToWorkspace === true ? { downloadToWorkspace: true } : {}),
      ...(metadata === undefined ? {} : { metadata }),
      ...(target.reimport ? { reimport: true } : {}),
      typeSchema: { schemaTitle, schemaVersion },
    },
  };
}

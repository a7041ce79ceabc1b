import { entryOf, isTreeMap } from '../../catalog/tree.ts';
import type { ComponentRecord } from '../../model/document.ts';
import { compareCodePoints } from '../../yaml/compare-code-points.ts';
import { pythonJson } from '../../yaml/python-text.ts';
import { type ArgoMap, filledFields } from './argo-tree.ts';
import { type CommandContext, inputText } from './input-text.ts';

const PREFIX = 'pipelines.kubeflow.org/';

/**
 * Labels and annotations of a task's pods, as the SDK 1.8 writes them: the component's own, its specification, the
 * values it is given by, and whether a KFP backend may reuse an earlier outcome. Argo itself asks for none of them.
 */
export function templateMetadata(context: CommandContext, { spec }: ComponentRecord): ArgoMap {
  const { task } = context;
  const { kubernetes = {}, caching } = task.options;
  const own = entryOf(spec, 'metadata');
  const isV1 = isTreeMap(spec) && Object.hasOwn(spec, 'implementation');
  const values = valuesOf(context);
  const annotations = filledFields({
    ...textFields(entryOf(own, 'annotations')),
    [`${PREFIX}task_display_name`]: task.displayName === '' ? undefined : task.displayName,
    [`${PREFIX}component_spec`]: isV1 ? pythonJson(spec, { sortKeys: true }) : undefined,
    [`${PREFIX}arguments.parameters`]: values === '{}' ? undefined : values,
    ...kubernetes.podAnnotations,
  });
  const labels = {
    ...textFields(entryOf(own, 'labels')),
    [`${PREFIX}enable_caching`]: String(caching?.enabled !== false),
    ...kubernetes.podLabels,
  };
  return filledFields({ annotations, labels });
}

/** KFP SDK 1.8: `arguments.parameters`: what is given by value, by the raw names of the inputs. */
function valuesOf(context: CommandContext): string {
  const { description, inputs, task } = context;
  const given = description.inputs.filter(({ id, type }) => {
    return type.kind === 'parameter' && inputs.consumed.has(id) && task.arguments[id] !== undefined;
  });
  const entries = given.map((port) => [port.name, inputText(context, port)] as const);
  return pythonJson(Object.fromEntries(entries.sort(([left], [right]) => compareCodePoints(left, right))));
}

function textFields(tree: ReturnType<typeof entryOf>): { readonly [key: string]: string } {
  if (!isTreeMap(tree)) return {};
  const texts = Object.entries(tree).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

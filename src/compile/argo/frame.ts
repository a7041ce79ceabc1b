import type { Reference } from '../../model/argument.ts';
import type { LoopGroup } from '../../model/group.ts';
import type { BodyId } from '../../model/ids.ts';
import { type ArgoMap, type ArgoTemplate, byName, filledFields } from './argo-tree.ts';
import type { Flow, Frame, PipelineScope } from './emission.ts';
import { flowOf, outputSource, sourceOf } from './sources.ts';

/** A DAG template to be filled. */
export function createFrame(
  scope: PipelineScope,
  { body, loop }: { readonly body?: BodyId; readonly loop?: LoopGroup },
): Frame {
  return {
    scope,
    ...(body === undefined ? {} : { body }),
    ...(loop === undefined ? {} : { loop }),
    needs: new Map(),
    tasks: new Map(),
  };
}

/** The inputs a filled frame turned out to need, in the order they are written. */
export function needsOf(frame: Frame): readonly Flow[] {
  return [...frame.needs.values()].sort(byName);
}

/** Writes a filled frame as a template. `more` are further fields, outputs among them. */
export function dagTemplate(name: string, frame: Frame, more: ArgoMap = {}): ArgoTemplate {
  const tasks = [...frame.tasks.values()] as (ArgoMap & { readonly name: string })[];
  const needs = needsOf(frame);
  const named = (kind: Flow['kind']) => needs.filter((need) => need.kind === kind).map((need) => ({ name: need.name }));
  const { outputs, ...fields } = more;
  const hasDepends = tasks.some((task) => 'depends' in task);
  const surfaced = surfacedOutputs(frame);
  return {
    name,
    ...fields,
    ...filledFields({
      inputs: filledFields({ parameters: named('parameter'), artifacts: named('artifact') }),
      outputs: outputs ?? surfaced,
    }),
    dag: {
      ...(hasDepends ? { failFast: false } : {}),
      tasks: (hasDepends ? tasks.map(withDepends) : tasks).sort(byName),
    },
  };
}

/** Argo takes only one of `depends` and `dependencies` in a template. */
function withDepends<Task extends ArgoMap>(task: Task): Task {
  const { dependencies, ...fields } = task;
  return dependencies === undefined
    ? task
    : ({ ...fields, depends: (dependencies as string[]).join(' && ') } as unknown as Task);
}

/** What the template of a body gives on of what its tasks make. */
function surfacedOutputs({ scope, body }: Frame): ArgoMap {
  const outputs = body === undefined ? [] : (scope.surfaced.byBody.get(body) ?? []);
  const written = outputs.map(({ reference, from }) => {
    const { name, kind } = flowOf(scope, reference);
    const source = `{{${outputSource(scope, from.node, flowOf(scope, from.reference))}}}`;
    return { kind, field: kind === 'parameter' ? { name, valueFrom: { parameter: source } } : { name, from: source } };
  });
  return outputFieldsOf(written);
}

/** Outputs of a template, parameters and artifacts apart. */
export function outputFieldsOf(
  outputs: readonly { readonly kind: Flow['kind']; readonly field: ArgoMap & { readonly name: string } }[],
): ArgoMap {
  const fields = (kind: Flow['kind']) =>
    outputs
      .filter((output) => output.kind === kind)
      .map(({ field }) => field)
      .sort(byName);
  return filledFields({ parameters: fields('parameter'), artifacts: fields('artifact') });
}

/** One argument of a call. */
export interface CallArgument {
  readonly kind: Flow['kind'];
  readonly field: ArgoMap & { readonly name: string };
}

/** The argument that gives on what a reference gives. `locate` knows artifacts that no task makes. */
export function passArgument(
  frame: Frame,
  name: string,
  reference: Reference,
  locate: (reference: Reference) => ArgoMap | undefined,
): CallArgument {
  const { kind } = flowOf(frame.scope, reference);
  const location = kind === 'artifact' ? locate(reference) : undefined;
  if (location !== undefined) return { kind, field: { name, ...location } };
  const source = `{{${sourceOf(frame, reference)}}}`;
  return { kind, field: kind === 'parameter' ? { name, value: source } : { name, from: source } };
}

/** The `arguments` of a call; nothing where there are none. */
export function callArguments(given: readonly CallArgument[]): ArgoMap {
  const args = outputFieldsOf(given);
  return filledFields({ arguments: args });
}

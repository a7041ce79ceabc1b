import type { BranchesGroup, ExitHandlerGroup, GroupRecord, LoopGroup } from '../../model/group.ts';
import type { BodyId } from '../../model/ids.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { ArgoMap } from './argo-tree.ts';
import { conditionText } from './condition-text.ts';
import { dependenciesOf } from './dependencies.ts';
import { type Flow, type Frame, takeTemplateName } from './emission.ts';
import type { Call } from './emit-task.ts';
import {
  type CallArgument,
  callArguments,
  createFrame,
  dagTemplate,
  needsOf,
  outputFieldsOf,
  passArgument,
} from './frame.ts';
import { importerLocation } from './importer-location.ts';
import { argoTaskName, flowName } from './names.ts';
import { flowOf, outputSource, sourceOf } from './sources.ts';

/** What groups need of who knows bodies and tasks. */
export interface GroupParts {
  /** Writes the tasks of a body into the frame of its template. */
  readonly emitBody: (frame: Frame, body: BodyId) => void;
  /** Writes the exit task of a handler; undefined where the workflow itself runs it. */
  readonly emitExit: (frame: Frame, handler: ExitHandlerGroup) => Call | undefined;
}

/** Writes a group: a template for its body, and a task that calls it. */
export function emitGroup(frame: Frame, group: GroupRecord, parts: GroupParts): void {
  if (group.kind === 'branches') emitBranches(frame, group, parts);
  else if (group.kind === 'loop') emitLoop(frame, group, parts);
  else emitExitHandler(frame, group, parts);
}

function addTask(frame: Frame, group: GroupRecord, name: string, fields: ArgoMap): void {
  const dependencies = dependenciesOf(frame.scope.emission.document, group);
  frame.tasks.set(group.id, { name, ...fields, ...(dependencies.length === 0 ? {} : { dependencies }) });
}

/** Gives on to a template what it turned out to need. */
function passNeeds(frame: Frame, needs: readonly Flow[]): readonly CallArgument[] {
  const { document } = frame.scope.emission;
  return needs.map(({ name, reference }) => {
    return passArgument(frame, name, reference, (wanted) => importerLocation(document, wanted));
  });
}

function emitTemplate(frame: Frame, name: string, more?: ArgoMap): { template: string; needs: readonly Flow[] } {
  const { emission } = frame.scope;
  const template = takeTemplateName(emission, name);
  emission.templates.push(dagTemplate(template, frame, more));
  return { template, needs: needsOf(frame) };
}

/** KFP SDK 1.8: `dsl.Condition`. With more branches than one a template stands around them, which chooses. */
function emitBranches(frame: Frame, group: BranchesGroup, parts: GroupParts): void {
  const { branches } = group;
  if (branches.length > 1 || group.outputs.length > 0) {
    const around = createFrame(frame.scope, {});
    branches.forEach((branch, index) => {
      around.tasks.set(branch.name as never, branchTask(around, group, index, parts));
    });
    const { template, needs } = emitTemplate(around, argoTaskName(group.name), { outputs: oneOfOutputs(frame, group) });
    addTask(frame, group, argoTaskName(group.name), { template, ...callArguments(passNeeds(frame, needs)) });
    return;
  }
  const { name, ...fields } = branchTask(frame, group, 0, parts);
  addTask(frame, group, name, fields);
}

function branchTask(
  outer: Frame,
  { branches }: BranchesGroup,
  index: number,
  { emitBody }: GroupParts,
): ArgoMap & { readonly name: string } {
  const branch = branches[index];
  if (branch === undefined) throw new Error(`No branch ${index}`);
  const inner = createFrame(outer.scope, { body: branch.body });
  emitBody(inner, branch.body);
  const name = argoTaskName(branch.name);
  const { template, needs } = emitTemplate(inner, name);
  const when = conditionText(outer, branches, index);
  return { name, template, ...(when === undefined ? {} : { when }), ...callArguments(passNeeds(outer, needs)) };
}

/** The output of the branch that ran. Argo: `valueFrom.expression` and `fromExpression`. */
function oneOfOutputs({ scope }: Frame, group: BranchesGroup): ArgoMap {
  const outputs = group.outputs.map(({ name: output, sources }) => {
    const { name, kind } = flowOf(scope, { kind: 'one-of', group: group.id, output });
    const options = group.branches.flatMap((branch) => {
      const source = sources.find(({ task }) => scope.emission.document.tasks.get(task)?.parent === branch.body);
      if (source === undefined) return [];
      const task = `tasks['${argoTaskName(branch.name)}']`;
      return [{ task, value: `${task}.outputs.${kind}s['${flowOf(scope, source).name}']` }];
    });
    const last = options.at(-1)?.value ?? '';
    const expression = options.slice(0, -1).reduceRight((otherwise, { task, value }) => {
      return `${task}.status == 'Succeeded' ? ${value} : ${otherwise === last ? last : `(${otherwise})`}`;
    }, last);
    const field = kind === 'parameter' ? { name, valueFrom: { expression } } : { name, fromExpression: expression };
    return { kind, field };
  });
  return outputFieldsOf(outputs);
}

/**
 * KFP SDK 1.8: `dsl.ParallelFor`. There the limit of a loop holds inside each iteration instead of between them; here a
 * template around the iterations has it.
 */
function emitLoop(frame: Frame, loop: LoopGroup, { emitBody }: GroupParts): void {
  const { scope } = frame;
  const name = argoTaskName(loop.name);
  const limit = loop.parallelism ?? 0;
  const around = limit > 0 ? createFrame(scope, {}) : frame;
  const inner = createFrame(scope, { body: loop.body, loop });
  emitBody(inner, loop.body);
  const { template, needs } = emitTemplate(inner, limit > 0 ? `${name}-iteration` : name);
  const given = needs.map((need) => itemArgument(loop, need) ?? passNeeds(around, [need])[0]);
  const call = {
    template,
    ...callArguments(given.filter((argument) => argument !== undefined)),
    ...items(around, loop),
  };
  if (around === frame) {
    addTask(frame, loop, name, call);
    return;
  }
  around.tasks.set(loop.id, { name: ITERATION, ...call });
  const outputs = givenOn(inner, around, loop);
  const wrapped = emitTemplate(around, name, { parallelism: limit, outputs });
  addTask(frame, loop, name, { template: wrapped.template, ...callArguments(passNeeds(frame, wrapped.needs)) });
}

/** The only task of the template around a loop with a limit. */
const ITERATION = 'iteration';

function givenOn({ body }: Frame, { scope }: Frame, loop: LoopGroup): ArgoMap {
  const outputs = body === undefined ? [] : (scope.surfaced.byBody.get(body) ?? []);
  return outputFieldsOf(
    outputs.map(({ reference }) => {
      const flow = flowOf(scope, reference);
      const source = outputSource(scope, loop.id, flow).replace(/^tasks\.[^.]+/, `tasks.${ITERATION}`);
      return { kind: flow.kind, field: { name: flow.name, valueFrom: { parameter: `{{${source}}}` } } };
    }),
  );
}

/** The item, or a field of it, as one iteration gets it. */
function itemArgument(loop: LoopGroup, { name, kind, reference }: Flow): CallArgument | undefined {
  if (reference.kind !== 'loop-item' || reference.loop !== loop.id) return undefined;
  const { field } = reference;
  const value = field === undefined ? '{{item}}' : `{{item.${itemField(loop, field)}}}`;
  return { kind, field: { name, value } };
}

/** KFP SDK 1.8: keys of constant items are made names that Argo takes. */
function itemField(loop: LoopGroup, field: string): string {
  return loop.items.kind === 'constant' ? flowName(field) : field;
}

/** What the loop runs over. */
function items(frame: Frame, { items }: LoopGroup): ArgoMap {
  if (items.kind === 'constant') return { withItems: items.items.map(itemOf) };
  const { reference } = items;
  const { emission, pipeline } = frame.scope;
  if (reference.kind === 'input' && pipeline.id === emission.document.root) {
    return { withParam: `{{workflow.parameters.${flowOf(frame.scope, reference).name}}}` };
  }
  return { withParam: `{{${sourceOf(frame, reference)}}}` };
}

function itemOf(item: YamlTree): YamlTree {
  if (typeof item !== 'object' || item === null || Array.isArray(item) || 'pythonFloat' in item) return item;
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [flowName(key), value as YamlTree]));
}

/** KFP SDK 1.8: `dsl.ExitHandler`. Argo: an exit hook runs when its task has ended, however it ended. */
function emitExitHandler(frame: Frame, handler: ExitHandlerGroup, { emitBody, emitExit }: GroupParts): void {
  const inner = createFrame(frame.scope, { body: handler.body });
  emitBody(inner, handler.body);
  const name = argoTaskName(handler.name);
  const { template, needs } = emitTemplate(inner, name);
  const exit = emitExit(frame, handler);
  const hooks =
    exit === undefined ? {} : { hooks: { exit: { template: exit.template, ...callArguments(exit.given) } } };
  addTask(frame, handler, name, { template, ...callArguments(passNeeds(frame, needs)), ...hooks });
}

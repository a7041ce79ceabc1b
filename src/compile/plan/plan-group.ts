import type { InputPort } from '../../catalog/component-description.ts';
import type { PortType } from '../../model/port-type.ts';
import { channelInputName } from './channel-name.ts';
import { declareOperands, declareOuterItem } from './declared-inputs.ts';
import type { Dependencies } from './dependent-tasks.ts';
import type { GroupLevel } from './levels.ts';
import type { PlannedDag, PlannedGroup, PlannedInputs, PlannedLoop, PlannedParameter, PlannedTask } from './plan.ts';
import { planTerms } from './plan-terms.ts';
import type { PlannedItems } from './planned-terms.ts';
import { passIn, resolveBinding, typeOf } from './resolve.ts';
import { type Binding, createGroupScope, type Scope } from './scope.ts';
import type { SurfacedOutputs } from './surfaced-outputs.ts';

/** What planning a group takes from the planning of its pipeline. */
export interface GroupPlanner {
  readonly surfaced: SurfacedOutputs;
  readonly dependencies: Dependencies;
  readonly planTasks: (scope: Scope) => readonly PlannedTask[];
}

/** Plans a group, or one branch, as a task of the scope it stands in. KFP SDK: `build_task_spec_for_group`. */
export function planGroup(scope: Scope, level: GroupLevel, planner: GroupPlanner): PlannedTask {
  const inner = createGroupScope(scope, level);
  declareOperands(inner);
  const tasks = planner.planTasks(inner);
  const outputs = [...(planner.surfaced.get(level)?.values() ?? [])];
  const group = groupOf(inner, level, (ports) => ({ inputs: [...declaredInputs(inner), ...ports], outputs, tasks }));
  const displayName = displayNameOf(level);
  return {
    node: level.record.id,
    pipeline: scope.pipeline.id,
    name: level.name,
    ...(displayName === undefined || displayName === '' ? {} : { displayName }),
    inputs: planInputs(scope, inner),
    dependentTasks: planner.dependencies.get(level) ?? [],
    runsAnyway: false,
    options: {},
    runs: { kind: 'group', group },
  };
}

/** A lone If is one with its group, so it has the group's name where it has none of its own. */
function displayNameOf(level: GroupLevel): string | undefined {
  if (level.kind !== 'branch') return level.record.displayName;
  const { branches, displayName } = level.record;
  return branches[level.index]?.displayName ?? (branches.length === 1 ? displayName : undefined);
}

type MakeDag = (ports: readonly InputPort[]) => PlannedDag;

function groupOf(inner: Scope, level: GroupLevel, makeDag: MakeDag): PlannedGroup {
  switch (level.kind) {
    case 'loop':
      return planLoop(inner, level, makeDag);
    case 'branch': {
      const terms = planTerms(inner, level.record, level.index);
      return { kind: 'condition', terms, dag: makeDag([]) };
    }
    default:
      return { kind: level.kind, dag: makeDag([]) };
  }
}

/** KFP SDK: `_update_task_spec_for_loop_group`. The item is an input that the loop itself sets. */
function planLoop(inner: Scope, { record }: GroupLevel & { readonly kind: 'loop' }, makeDag: MakeDag): PlannedLoop {
  const item = { kind: 'loop-item', loop: record.id } as const;
  const itemInput = channelInputName(inner, item);
  const items = planItems(inner, record.items);
  if (inner.ownItem.isUsed) declareOuterItem(inner, item);
  const dag = makeDag([port(itemInput, typeOf(inner, item))]);
  return { kind: 'loop', dag, items, itemInput, parallelism: record.parallelism ?? 0 };
}

function planItems(inner: Scope, items: (GroupLevel & { readonly kind: 'loop' })['record']['items']): PlannedItems {
  if (items.kind === 'constant') return { kind: 'constant', items: items.items };
  return { kind: typeOf(inner, items.reference).kind, input: passIn(inner, items.reference) };
}

function declaredInputs(inner: Scope): readonly InputPort[] {
  return [...inner.passedIn].map(([name, { type }]) => port(name, type));
}

function port(name: string, type: PortType): InputPort {
  return { id: name, name, type, optional: false };
}

/** The inputs of a group's task: everything its DAG declares, resolved where the group stands. */
function planInputs(scope: Scope, inner: Scope): PlannedInputs {
  const parameters = new Map<string, PlannedParameter>();
  const artifacts = new Map<string, Binding>();
  for (const [name, { reference }] of inner.passedIn) {
    const binding = resolveBinding(scope, reference);
    if (binding.type.kind === 'parameter') parameters.set(name, binding);
    else artifacts.set(name, binding);
  }
  return { parameters, artifacts };
}

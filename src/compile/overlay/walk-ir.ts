import type { PipelineDocument } from '../../model/document.ts';
import type { BodyId } from '../../model/ids.ts';
import { isTask, nodesOfBody, pipelineRecord } from '../../model/lookups.ts';
import type { ComponentSpec, PipelineSpec, TaskSpec } from '../kfp/ir.ts';
import type { OverlayOwner } from './ir-overlay.ts';

/** One task of the IR beside the part of the document it comes from; once for each file that is walked through. */
export interface IrPlace {
  /** Names of tasks and groups from the root. */
  readonly path: string;
  /** Key in its DAG. */
  readonly name: string;
  readonly owner: OverlayOwner;
  /** The definition that a task runs: its DAG belongs to that. */
  readonly definition?: OverlayOwner;
  readonly sides: readonly IrSide[];
}

export type Tasks = { readonly [name: string]: TaskSpec };

/** A task in one file. */
export interface IrSide {
  /** The key of the component whose DAG it stands in; empty for the root. */
  readonly holder: string;
  /** The tasks of the DAG it stands in. */
  readonly siblings: Tasks;
  readonly task: TaskSpec;
  readonly component: ComponentSpec;
}

/** Asked for every task; `false` leaves out what is inside it. */
export type IrVisitor = (place: IrPlace) => boolean;

interface Holder {
  readonly key: string;
  readonly component: ComponentSpec;
}

/** Walks through files that a document compiles to, or was read from, all at one time. */
export function walkIr(document: PipelineDocument, specs: readonly PipelineSpec[], visit: IrVisitor): void {
  const roots = specs.map(({ root }): Holder => ({ key: '', component: root }));

  const step = (holders: readonly Holder[], place: Omit<IrPlace, 'sides'>): readonly Holder[] | undefined => {
    const sides = holders.flatMap(({ key, component }, index): readonly IrSide[] => {
      const tasks = component.dag?.tasks ?? {};
      const task = Object.hasOwn(tasks, place.name) ? tasks[place.name] : undefined;
      const inner = task && componentOf(specs[index], task.componentRef.name);
      if (task === undefined || inner === undefined) return [];
      return [{ holder: key, siblings: tasks, task, component: inner }];
    });
    if (sides.length < specs.length || !visit({ ...place, sides })) return undefined;
    return sides.map(({ task, component }) => ({ key: task.componentRef.name, component }));
  };

  const walkBody = (body: BodyId, holders: readonly Holder[], path: string): void => {
    for (const node of nodesOfBody(document, body)) {
      const place = { path: `${path}${node.name}`, name: node.name, owner: { kind: 'node', id: node.id } as const };
      if (isTask(node)) {
        const pipeline = node.target.kind === 'pipeline' ? node.target.pipeline : undefined;
        const inside =
          pipeline === undefined
            ? step(holders, place)
            : step(holders, { ...place, definition: { kind: 'definition', id: pipeline } });
        const definition = pipeline === undefined ? undefined : document.pipelines.get(pipeline);
        if (inside !== undefined && definition !== undefined) walkBody(definition.body, inside, `${place.path}/`);
        continue;
      }
      const inside = step(holders, place);
      if (inside === undefined) continue;
      if (node.kind !== 'branches') walkBody(node.body, inside, `${place.path}/`);
      else if (node.branches.length === 1)
        for (const { body: own } of node.branches) walkBody(own, inside, `${place.path}/`);
      else {
        for (const { name, body: own } of node.branches) {
          const branch = {
            path: `${place.path}/${name}`,
            name,
            owner: { kind: 'branch', group: node.id, name } as const,
          };
          const within = step(inside, branch);
          if (within !== undefined) walkBody(own, within, `${branch.path}/`);
        }
      }
    }
  };
  walkBody(pipelineRecord(document, document.root).body, roots, '');
}

function componentOf(spec: PipelineSpec | undefined, key: string): ComponentSpec | undefined {
  return spec !== undefined && Object.hasOwn(spec.components ?? {}, key) ? spec.components[key] : undefined;
}

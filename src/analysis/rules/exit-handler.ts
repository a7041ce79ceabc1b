import type { TaskRecord } from '../../model/document.ts';
import { nameOfNode } from '../../model/document-path.ts';
import type { ExitHandlerGroup } from '../../model/group.ts';
import { referencesOf } from '../../model/references.ts';
import type { Fix } from '../diagnostic.ts';
import { exitHandlersOf } from '../exit-tasks.ts';
import { fix, type GroupContext } from '../rule.ts';
import { producerOf, upstreamOf } from '../upstream.ts';

/** KFP SDK: `dsl.ExitHandler` and `build_exit_handler_groups_recursively`. */
export function checkExitHandler({ document, pipeline, report }: GroupContext, group: ExitHandlerGroup): void {
  if (document.bodies.get(group.body)?.children.length === 0) {
    report({
      code: 'group-without-tasks',
      values: { body: group.name },
      fixes: [fix({ kind: 'remove-group', group: group.id })],
    });
  }
  if (group.parent !== pipeline.body) report({ code: 'exit-handler-inside-group' });
  const exitTask = group.exitTask === undefined ? undefined : document.tasks.get(group.exitTask);
  if (exitTask === undefined) {
    report({ code: 'exit-task-missing', field: 'exitTask' });
    return;
  }
  const clear = fix({ kind: 'clear-exit-task', group: group.id }, { group: group.name });
  const about = { values: { task: exitTask.name }, field: 'exitTask', related: [exitTask.id] };
  if (exitTask.parent !== group.parent) report({ code: 'exit-task-elsewhere', ...about, fixes: [clear] });
  if (exitHandlersOf(document, exitTask.id)[0] !== group.id) {
    report({ code: 'exit-task-shared', ...about, fixes: [clear] });
  }
  if (exitTask.target.kind === 'importer') report({ code: 'exit-task-importer', ...about, fixes: [clear] });
  if (upstreamOf(exitTask).length > 0) {
    const remove = exitTask.after.map((upstream) =>
      fix({ kind: 'remove-after', node: exitTask.id, upstream }, { upstream: nameOfNode(document, upstream) }),
    );
    report({ code: 'exit-task-depends', ...about, fixes: [...remove, ...removeFed(exitTask), clear] });
  }
}

function removeFed(task: TaskRecord): readonly Fix[] {
  return Object.entries(task.arguments)
    .filter(([, argument]) => referencesOf(argument).some((reference) => producerOf(reference) !== undefined))
    .map(([port]) => fix({ kind: 'remove-argument', task: task.id, port }));
}

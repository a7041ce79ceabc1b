import type { GroupContext } from '../rule.ts';
import { checkBranches } from './branches.ts';
import { checkLoop } from './loop.ts';
import { checkRunAfter } from './run-after.ts';

/** A group's own record: what it repeats, decides or guards. */
export function checkGroup(context: GroupContext): void {
  checkRunAfter(context);
  const { document, pipeline, group, report } = context;
  switch (group.kind) {
    case 'branches':
      checkBranches(context, group);
      return;
    case 'loop':
      checkLoop(context, group);
      return;
    case 'exit-handler': {
      if (group.parent !== pipeline.body) report({ code: 'exit-handler-inside-group' });
      const exitTask = group.exitTask === undefined ? undefined : document.tasks.get(group.exitTask);
      if (exitTask === undefined) report({ code: 'exit-task-missing' });
      else if (
        exitTask.after.length > 0 ||
        Object.values(exitTask.arguments).some(({ kind }) => kind === 'task-output')
      ) {
        report({ code: 'exit-task-depends', values: { task: exitTask.name }, related: [exitTask.id] });
      }
    }
  }
}

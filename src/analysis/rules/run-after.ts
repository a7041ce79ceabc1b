import { nameOfNode } from '../../model/document-path.ts';
import { nodeRecord } from '../../model/lookups.ts';
import { checkAfterScope } from '../check-scope.ts';
import { fix, type GroupContext, type TaskContext } from '../rule.ts';

/** "Run after" edges of a task or group: to something that exists, and where KFP allows it. */
export function checkRunAfter(context: TaskContext | GroupContext): void {
  const { document, report } = context;
  const record = 'task' in context ? context.task : context.group;
  for (const upstream of record.after) {
    const fixes = [
      fix({ kind: 'remove-after', node: record.id, upstream }, { upstream: nameOfNode(document, upstream) }),
    ];
    if (nodeRecord(document, upstream) === undefined) {
      report({ code: 'unknown-task', values: { name: nameOfNode(document, upstream) }, field: 'after', fixes });
      continue;
    }
    const problem = checkAfterScope(document, record.id, upstream);
    if (problem !== undefined) {
      report({ code: problem.code, values: problem.values, field: 'after', related: [upstream], fixes });
    }
  }
}

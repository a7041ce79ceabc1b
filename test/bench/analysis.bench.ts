/** Checking again after one edit at 5,000 tasks, a fifth of them in loops and branches. */
import type { AnalysisResult } from '../../src/analysis/analysis-result.ts';
import { checkDocument } from '../../src/analysis/check-document.ts';
import type { PipelineDocument, TaskRecord } from '../../src/model/document.ts';
import type { Edit } from '../../src/model/edit.ts';
import { setCondition } from '../../src/model/edits/branches.ts';
import { connect } from '../../src/model/edits/connect.ts';
import { setParallelism } from '../../src/model/edits/groups.ts';
import { removeNodes } from '../../src/model/edits/remove-nodes.ts';
import { renameTask } from '../../src/model/edits/rename-task.ts';
import { setArgument } from '../../src/model/edits/set-argument.ts';
import type { BodyId } from '../../src/model/ids.ts';
import { groupsAt, largeGroupedDocument, taskAt } from '../helpers/large-grouped-document.ts';
import { input, output } from '../helpers/small-document.ts';
import { median, printFigure } from './figures.ts';

const TASKS = 5000;
const RUNS = 41;
/** The issue of speed: after one edit at 5,000 tasks. */
const BUDGET = 5;
const LAYER = 125;

// The first documents of a process are checked before the code is compiled; nobody waits for these.
for (let run = 0; run < 3; run += 1) checkDocument(largeGroupedDocument(500));
const document = largeGroupedDocument(TASKS);
const started = performance.now();
const result = checkDocument(document);
printFigure({ name: '5,000 tasks with groups: check', value: performance.now() - started, unit: 'ms', budget: 500 });
if (result.diagnostics.length > 0) throw new Error(JSON.stringify(result.diagnostics[0]));

/** Each run makes its edit anew, so that nothing is remembered of the version it leads to. */
function measure(
  name: string,
  edit: (document: PipelineDocument) => Edit,
  from: { readonly document: PipelineDocument; readonly result: AnalysisResult } = { document, result },
): void {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { document: next, touched } = edit(from.document);
    if (next === from.document) throw new Error(`Nothing changed: ${name}`);
    const before = performance.now();
    checkDocument(next, { result: from.result, touched });
    times.push(performance.now() - before);
  }
  printFigure({ name: `check again after ${name}`, value: median(times), unit: 'ms', budget: BUDGET });
}

const plain = taskAt(LAYER, 5);
const looped = taskAt(LAYER, 16);
const { loop, branches } = groupsAt(LAYER);
const left = output(taskAt(LAYER - 1, 6), 'text_out');
const right = { kind: 'value', value: 'b' } as const;
const value = { kind: 'value', value: 'x' } as const;

measure('a value', (fresh) => setArgument(fresh, plain, 'text', value));
measure('a value in a loop', (fresh) => setArgument(fresh, looped, 'text', value));
measure('a wire', (fresh) =>
  connect(fresh, output(taskAt(3, 2), 'any_out'), { kind: 'port', task: plain, port: 'any' }),
);
measure('a wire into a loop', (fresh) => connect(fresh, input('name'), { kind: 'port', task: looped, port: 'text' }));
measure('a wire that cannot be', (fresh) =>
  connect(fresh, output(taskAt(LAYER - 1, 18), 'text_out'), { kind: 'port', task: plain, port: 'text' }),
);
measure('a name', (fresh) => renameTask(fresh, plain, 'another-name'));
measure('a condition', (fresh) =>
  setCondition(fresh, branches, `b${LAYER * 10 + 12}` as BodyId, { kind: 'comparison', left, operator: '!=', right }),
);
measure('a limit of a loop', (fresh) => setParallelism(fresh, loop, 3));
measure('the end of a task', (fresh) => removeNodes(fresh, [plain]));
measure('the end of a loop', (fresh) => removeNodes(fresh, [loop]));

const warned = { ...document, tasks: new Map([...document.tasks].map(([id, task]) => [id, withWarning(task)])) };
measure('a value, with 5,000 warnings', (fresh) => setArgument(fresh, plain, 'text', value), {
  document: warned,
  result: checkDocument(warned),
});

function withWarning(task: TaskRecord): TaskRecord {
  return { ...task, options: { env: [{ name: '1 A', value: '' }] } };
}

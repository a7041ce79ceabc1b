/** One edit, undo, and the file, at 5,000 tasks. */
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { Edit } from '../../src/model/edit.ts';
import { addTask } from '../../src/model/edits/add-task.ts';
import { connect } from '../../src/model/edits/connect.ts';
import { moveNodes } from '../../src/model/edits/move-nodes.ts';
import { renameInput } from '../../src/model/edits/pipeline-inputs.ts';
import { removeNodes } from '../../src/model/edits/remove-nodes.ts';
import { renameTask } from '../../src/model/edits/rename-task.ts';
import { setArgument } from '../../src/model/edits/set-argument.ts';
import { createHistory, recordEdit, undo } from '../../src/model/history.ts';
import type { LayoutKey, TaskId } from '../../src/model/ids.ts';
import { largeDocument } from '../helpers/large-document.ts';
import { output } from '../helpers/small-document.ts';
import { median, printFigure } from './figures.ts';

const TASKS = 5000;
const RUNS = 31;
const TASK = 't2500' as TaskId;

const document = placed(largeDocument(TASKS));
const [component] = document.components.values();
if (component === undefined) throw new Error('A large document without components');

function placed(bare: PipelineDocument): PipelineDocument {
  const keys: LayoutKey[] = [...bare.tasks.keys()];
  return moveNodes(bare, new Map(keys.map((key, index) => [key, { x: index % 100, y: index }]))).document;
}

/** The middle time of several runs. Each edit is made on a document of its own, so that no index is remembered. */
function measure(name: string, budget: number, edit: (document: PipelineDocument) => unknown): void {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const fresh = { ...document };
    const started = performance.now();
    edit(fresh);
    times.push(performance.now() - started);
  }
  printFigure({ name: `5,000 tasks: ${name}`, value: median(times), unit: 'ms', budget });
}

const value = { kind: 'value', value: 'x' } as const;
measure('move a node', 2, (fresh) => moveNodes(fresh, new Map([[TASK, { x: 1, y: 1 }]])));
measure('set an argument', 2, (fresh) => setArgument(fresh, TASK, 'text', value));
measure('draw a wire', 2, (fresh) =>
  connect(fresh, output('t3', 'any_out'), { kind: 'port', task: TASK, port: 'any' }),
);
measure('add a task', 4, (fresh) => addTask(fresh, component));
measure('rename a task', 4, (fresh) => renameTask(fresh, TASK, 'another-name'));
measure('remove a task', 12, (fresh) => removeNodes(fresh, [TASK]));
measure('rename an input', 12, (fresh) => renameInput(fresh, fresh.root, 'input_3', 'other'));

const edit: Edit = setArgument(document, TASK, 'text', value);
const history = recordEdit(createHistory(), document, edit);
measure('record an edit', 1, () => recordEdit(history, document, edit));
measure('undo', 2, () => undo(history, edit.document));

const text = printPipelineFile(document);
const parsed = parsePipelineFile(text);
if (!parsed.ok) throw new Error(parsed.error.code);
const { source } = parsed.value;
measure('print the file anew', 300, () => printPipelineFile(document));
measure('print the file after an edit', 400, () => printPipelineFile(edit.document, source));
measure('read the file', 3000, () => parsePipelineFile(text));

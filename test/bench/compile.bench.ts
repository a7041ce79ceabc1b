/** Checking, checking again after one edit, wiring, and compiling of large pipelines. */
import { createConnectionCheck } from '../../src/analysis/can-connect.ts';
import { checkDocument } from '../../src/analysis/check-document.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { CompiledPipeline } from '../../src/compile/compiled-pipeline.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { Edit } from '../../src/model/edit.ts';
import { connect } from '../../src/model/edits/connect.ts';
import { renameTask } from '../../src/model/edits/rename-task.ts';
import { setArgument } from '../../src/model/edits/set-argument.ts';
import type { TaskId } from '../../src/model/ids.ts';
import { largeDocument } from '../helpers/large-document.ts';
import { output } from '../helpers/small-document.ts';
import { median, printFigure } from './figures.ts';

const runs = 15;

/** The middle time of several runs, in milliseconds; each run gets a fresh document, so nothing is remembered. */
function measure<Prepared>(prepare: () => Prepared, work: (prepared: Prepared) => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const prepared = prepare();
    const started = performance.now();
    work(prepared);
    times.push(performance.now() - started);
  }
  return median(times);
}

function compile(document: PipelineDocument): CompiledPipeline {
  const compiled = compileDocument(document, checkDocument(document));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error[0]));
  return compiled.value;
}

function checkAgain(edit: (document: PipelineDocument, task: TaskId) => Edit, count: number): number {
  return measure(
    () => {
      const document = largeDocument(count);
      const result = checkDocument(document);
      return { result, edit: edit(document, `t${count / 2}` as TaskId) };
    },
    ({ result, edit: { document, touched } }) => checkDocument(document, { result, touched }),
  );
}

const milliseconds = (name: string, value: number, budget: number): void =>
  printFigure({ name, value, unit: 'ms', budget });

milliseconds(
  '1,000 tasks: check',
  measure(() => largeDocument(1000), checkDocument),
  75,
);
milliseconds(
  '1,000 tasks: check and compile',
  measure(() => largeDocument(1000), compile),
  150,
);
milliseconds(
  '1,000 tasks: the text of the IR',
  measure(() => compile(largeDocument(1000)), writeIrText),
  200,
);
milliseconds(
  '5,000 tasks: check',
  measure(() => largeDocument(5000), checkDocument),
  375,
);
milliseconds(
  '5,000 tasks: check and compile',
  measure(() => largeDocument(5000), compile),
  750,
);

const setText = (document: PipelineDocument, task: TaskId): Edit =>
  setArgument(document, task, 'text', { kind: 'value', value: 'x' });
const wire = (document: PipelineDocument, task: TaskId): Edit =>
  connect(document, output('t3', 'any_out'), { kind: 'port', task, port: 'any' });
const rename = (document: PipelineDocument, task: TaskId): Edit => renameTask(document, task, 'another-name');

for (const count of [1000, 5000]) {
  const tasks = `${count / 1000},000 tasks`;
  const budget = count === 1000 ? 4 : 20;
  milliseconds(`${tasks}: check again after a value`, checkAgain(setText, count), budget);
  milliseconds(`${tasks}: check again after a wire`, checkAgain(wire, count), budget);
  milliseconds(`${tasks}: check again after a name`, checkAgain(rename, count), budget);
  const drag = measure(
    () => largeDocument(count),
    (document) => {
      const reference = output(`t${count / 2}`, 'any_out');
      const check = createConnectionCheck(document, { pipeline: document.root, reference });
      for (const task of document.tasks.keys()) for (const port of ['data', 'model', 'any']) check({ task, port });
    },
  );
  milliseconds(`${tasks}: a dragged wire against every task`, drag, count === 1000 ? 16 : 80);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createConnectionCheck } from '../../src/analysis/can-connect.ts';
import { checkDocument } from '../../src/analysis/check-document.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { CompiledPipeline } from '../../src/compile/compiled-pipeline.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import { importKfpIr } from '../../src/import/kfp-ir/import-kfp-ir.ts';
import type { Reference } from '../../src/model/argument.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { connect } from '../../src/model/edits/connect.ts';
import { addAfter } from '../../src/model/edits/run-after.ts';
import { setArgument } from '../../src/model/edits/set-argument.ts';
import type { TaskId } from '../../src/model/ids.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { arbitraryDocument } from '../helpers/arbitrary-document.ts';
import { arbitraryFlow } from '../helpers/arbitrary-flow.ts';
import { findIrDifference } from '../helpers/ir-equal.ts';
import { findWiringFaults } from '../helpers/ir-wiring.ts';
import { artifact, input, LIST, output, STRING, smallDocument } from '../helpers/small-document.ts';

const PORTS = ['text', 'count', 'items', 'data', 'model', 'any'] as const;
const OUTPUTS = ['text_out', 'count_out', 'items_out', 'data_out', 'any_out'] as const;

type Step = readonly [from: number, to: number, port: number, kind: number];

/** A sound graph of container tasks: only wires that may be drawn are. */
const arbitraryGraph: fc.Arbitrary<PipelineDocument> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { maxLength: 40 }))
  .map(([count, steps]) => {
    const start = smallDocument({
      pipeline: {
        inputs: [
          { name: 'name', type: STRING, default: 'x' },
          { name: 'list', type: LIST },
          { name: 'table', type: artifact('Dataset') },
        ],
      },
      tasks: Array.from({ length: count }, () => ({})),
    });
    return steps.reduce((document, step) => draw(document, count, step), start);
  });

function draw(document: PipelineDocument, count: number, [from, to, port, kind]: Step): PipelineDocument {
  const task = `t${(to % count) + 1}` as TaskId;
  const name = PORTS[port % PORTS.length] ?? 'text';
  const producer = `t${(from % count) + 1}`;
  const reference: Reference =
    kind % 4 === 0
      ? input(['name', 'list', 'table'][from % 3] ?? 'name')
      : output(producer, OUTPUTS[kind % OUTPUTS.length] ?? 'text_out');
  const verdict = createConnectionCheck(document, { pipeline: document.root, reference })({ task, port: name });
  if (!verdict.ok) return document;
  if (kind % 7 === 0 && reference.kind === 'task-output') return addAfter(document, task, reference.task).document;
  if (kind % 5 === 0 && name === 'text')
    return setArgument(document, task, name, { kind: 'text', parts: ['<', reference, '>'] }).document;
  return connect(document, reference, { kind: 'port', task, port: name }).document;
}

describe('compiling any sound graph', () => {
  it('gives consistent IR, the same each time, that reads back to the same', () => {
    fc.assert(
      fc.property(arbitraryGraph, (document) => {
        const errors = checkDocument(document).diagnostics.filter(({ severity }) => severity === 'error');
        expect(errors).toEqual([]);
        const compiled = compile(document);
        const text = writeIrText(compiled);
        expect(writeIrText(compile(document))).toBe(text);
        expectConsistent(compiled);
        const imported = importKfpIr(documentsOf(text));
        if (!imported.ok) throw new Error(JSON.stringify(imported.error));
        expect(
          findIrDifference(documentsOf(writeIrText(compile(imported.value.document))), documentsOf(text)),
        ).toBeUndefined();
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('gives consistent IR of groups, that reads back to the same', () => {
    const used = { groups: 0, surfaced: 0, oneOf: 0 };
    fc.assert(
      fc.property(arbitraryFlow, (document) => {
        const compiled = compile(document);
        const text = writeIrText(compiled);
        expectConsistent(compiled);
        // KFP SDK: operands of the conditions around a group are given to it even if nothing takes them.
        expect(findWiringFaults(compiled.spec).filter((fault) => !fault.includes('nothing takes'))).toEqual([]);
        const imported = importKfpIr(documentsOf(text));
        if (!imported.ok) throw new Error(JSON.stringify(imported.error));
        const again = documentsOf(writeIrText(compile(imported.value.document)));
        expect(findIrDifference(again, documentsOf(text))).toBeUndefined();
        used.groups += document.groups.size;
        used.surfaced += text.includes('valueFromParameter') ? 1 : 0;
        used.oneOf += text.includes('valueFromOneof') ? 1 : 0;
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect(Math.min(used.groups, used.surfaced, used.oneOf)).toBeGreaterThan(0);
  });

  it('never throws, whatever the document', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const compiled = compileDocument(document);
        if (compiled.ok) expectConsistent(compiled.value);
        else expect(compiled.error.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});

/** Every task has a component, every component an executor or a DAG, nothing is left over, order stays among siblings. */
function expectConsistent({ spec, sourceMap }: CompiledPipeline): void {
  const executors = new Set(Object.keys(spec.deploymentSpec.executors ?? {}));
  const used = new Set<string>();
  const labels = new Set<string>();
  for (const component of [spec.root, ...Object.values(spec.components)]) {
    if (component.executorLabel !== undefined) labels.add(component.executorLabel);
    expect(component.executorLabel === undefined).toBe(component.dag !== undefined);
    const tasks = component.dag?.tasks ?? {};
    for (const [name, task] of Object.entries(tasks)) {
      expect(Object.hasOwn(spec.components, task.componentRef.name)).toBe(true);
      used.add(task.componentRef.name);
      for (const upstream of task.dependentTasks ?? []) {
        expect(Object.hasOwn(tasks, upstream)).toBe(true);
        expect(upstream).not.toBe(name);
      }
      for (const { taskOutputParameter } of Object.values(task.inputs?.parameters ?? {})) {
        if (taskOutputParameter !== undefined)
          expect(Object.hasOwn(tasks, taskOutputParameter.producerTask)).toBe(true);
      }
    }
  }
  expect([...used].sort()).toEqual(Object.keys(spec.components).sort());
  expect(labels).toEqual(executors);
  for (const path of sourceMap.byIrPath.keys()) expect(path.split('/').every((part) => part !== '')).toBe(true);
}

function compile(document: PipelineDocument): CompiledPipeline {
  const compiled = compileDocument(document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

function documentsOf(text: string): readonly YamlTree[] {
  const read = readForeignYamlExactly(text);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.documents;
}

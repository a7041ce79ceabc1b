import { describe, expect, it } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import { importKfpIr } from '../../src/import/kfp-ir/import-kfp-ir.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { renameTask } from '../../src/model/edits/rename-task.ts';
import { setTaskOptions } from '../../src/model/edits/set-task-options.ts';
import { diagnosticSentence } from '../../src/words/sentences.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { CORPUS_MISSING } from '../helpers/corpus.ts';
import { findIrDifference } from '../helpers/ir-equal.ts';
import { irDocuments, readIrFiles } from '../helpers/ir-files.ts';
import { findWiringFaults } from '../helpers/ir-wiring.ts';

const SOURCE = `
components:
  comp-make: {executorLabel: exec-make, outputDefinitions: {parameters: {o: {parameterType: STRING}}}}
  comp-use: {executorLabel: exec-use, inputDefinitions: {parameters: {x: {parameterType: STRING}}}}
  comp-condition-1:
    dag: {tasks: {use: {cachingOptions: {enableCache: true}, componentRef: {name: comp-use}, inputs: {parameters: {x: {componentInputParameter: pipelinechannel--make-o}}}, taskInfo: {name: use}}}}
    inputDefinitions: {parameters: {pipelinechannel--make-o: {parameterType: STRING}}}
deploymentSpec:
  executors:
    exec-make: {container: {image: alpine, command: [make]}}
    exec-use: {container: {image: alpine, command: [use]}}
pipelineInfo: {name: small}
root:
  dag:
    tasks:
      make: {cachingOptions: {enableCache: true}, componentRef: {name: comp-make}, taskInfo: {name: make}}
      condition-1:
        componentRef: {name: comp-condition-1}
        dependentTasks: [make]
        inputs: {parameters: {pipelinechannel--make-o: {taskOutputParameter: {outputParameterKey: o, producerTask: make}}}}
        taskInfo: {name: condition-1}
        triggerPolicy: {condition: "inputs.parameter_values['pipelinechannel--make-o'] == 'a'"}
schemaVersion: 2.1.0
---
platforms: {kubernetes: {deploymentSpec: {executors: {exec-use: {imagePullPolicy: Always}}}}}
`;

type Tree = { [key: string]: Tree };

/** The source with something said at a place; undefined takes away what is there. */
function sourceWith(part: 0 | 1, path: string, value: YamlTree | undefined): readonly YamlTree[] {
  const documents = structuredClone(irDocuments(SOURCE)) as unknown as Tree[];
  const keys = path.split('/');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((tree, key) => {
    tree[key] ??= {};
    return tree[key];
  }, documents[part] as Tree);
  if (value === undefined) delete parent[last];
  else parent[last] = value as unknown as Tree;
  return documents as unknown as readonly YamlTree[];
}

function imported(documents: readonly YamlTree[]) {
  const result = importKfpIr(documents);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function compiled(document: PipelineDocument) {
  const result = compileDocument(document);
  if (!result.ok) throw new Error(result.error.map((found) => diagnosticSentence('en', found)).join('\n'));
  return result.value;
}

function emitted(document: PipelineDocument): readonly YamlTree[] {
  return irDocuments(writeIrText(compiled(document)));
}

const ODD: YamlTree = { list: [1, null, 'x'], nested: { flag: true, rate: 0.5, nothing: null } };

interface Place {
  readonly path: string;
  readonly value: YamlTree | undefined;
  readonly note: string;
  /** Which YAML document. */
  readonly part: 0 | 1;
}

function place(path: string, value: YamlTree | undefined, note: string, part: 0 | 1 = 0): readonly [string, Place] {
  return [path, { path, value, note, part }];
}

const PLACES: readonly (readonly [string, Place])[] = [
  place('root/dag/tasks/make/newField', ODD, 'make: newField'),
  place('root/dag/tasks/make/cachingOptions', undefined, 'make: cachingOptions'),
  place('root/dag/tasks/make/taskInfo', undefined, 'make: taskInfo'),
  place('root/dag/tasks/make/taskInfo/other', 'x', 'make: taskInfo.other'),
  place('root/dag/tasks/make/retryPolicy', { maxRetryCount: 2 }, 'make: retryPolicy.backoffDuration'),
  place('root/dag/tasks/make/iteratorPolicy', { parallelismLimit: 3 }, 'make: iteratorPolicy'),
  place('root/dag/tasks/condition-1/retryPolicy', { maxRetryCount: 2 }, 'condition-1: retryPolicy'),
  place('root/dag/tasks/condition-1/triggerPolicy/other', 'x', 'condition-1: triggerPolicy.other'),
  place('root/dag/tasks/condition-1/dependentTasks', undefined, 'condition-1: dependentTasks'),
  place('components/comp-condition-1/dag/tasks/use/newField', ODD, 'condition-1/use: newField'),
  place('components/comp-condition-1/newField', ODD, 'condition-1: newField'),
  place(
    'components/comp-condition-1/inputDefinitions/parameters/pipelinechannel--unused',
    { parameterType: 'STRING' },
    'condition-1: inputDefinitions.parameters.pipelinechannel--unused',
  ),
  place('deploymentSpec/executors/exec-use/container/lifecycle', ODD, 'condition-1/use: container.lifecycle'),
  place(
    'deploymentSpec/executors/exec-use/container/resources',
    { cpuLimit: 2 },
    'condition-1/use: container.resources.resourceCpuLimit',
  ),
  place(
    'deploymentSpec/executors/exec-use',
    { customJob: { customJob: { jobSpec: ODD } } },
    'condition-1/use: customJob',
  ),
  place('deploymentSpec/other', ODD, 'deploymentSpec.other'),
  place('pipelineInfo/newField', ODD, 'pipelineInfo.newField'),
  place('schemaVersion', '2.2.0', 'schemaVersion'),
  place('newField', ODD, 'newField'),
  place('root/newField', ODD, 'newField'),
  place(
    'root/inputDefinitions/parameters/p',
    { literals: ['a'], parameterType: 'STRING' },
    'inputDefinitions.parameters.p.literals',
  ),
  place('platforms/kubernetes/newField', ODD, 'platforms.kubernetes.newField', 1),
  place('platforms/kubernetes/pipelineConfig/newField', ODD, 'platforms.kubernetes.pipelineConfig', 1),
  place('platforms/other/deploymentSpec/executors/exec-use', ODD, 'condition-1/use: other.list', 1),
  place('platforms/other/config', ODD, 'platforms.other', 1),
  place('other', ODD, 'other', 1),
];

describe('what the model does not know of an IR file', () => {
  it('is nothing in a plain file', () => {
    expect(imported(irDocuments(SOURCE)).kept).toBeUndefined();
  });

  it.each(PLACES)('%s comes back, with a note', (_path, { path, value, note, part }) => {
    const source = sourceWith(part, path, value);
    const { document, kept = [], notKept } = imported(source);
    expect(findIrDifference(emitted(document), source)).toBeUndefined();
    expect(notKept).toEqual([]);
    expect(kept.map(({ values }) => values.path)).toContain(note);
  });

  it.each(PLACES)('%s survives the native file', (_path, { path, value, part }) => {
    const source = sourceWith(part, path, value);
    const parsed = parsePipelineFile(printPipelineFile(imported(source).document));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value.diagnostics).toEqual([]);
    expect(findIrDifference(emitted(parsed.value.document), source)).toBeUndefined();
  });

  it.each(PLACES)('%s hinders no edit', (_path, { path, value, part }) => {
    const { document } = imported(sourceWith(part, path, value));
    const renamed = [...document.tasks.keys()].reduce(
      (current, id, index) => renameTask(current, id, `renamed-${index}`).document,
      document,
    );
    const { spec, platform } = compiled(renamed);
    expect(findWiringFaults(spec, platform)).toEqual([]);
    expect(JSON.stringify(spec)).not.toContain('pipelinechannel--make');
  });

  it('does not hold what was edited since', () => {
    const source = sourceWith(0, 'root/dag/tasks/make/retryPolicy', { maxRetryCount: 2, backoffMaxDuration: '60.5s' });
    const { document } = imported(source);
    const [make] = document.tasks.values();
    if (make === undefined) throw new Error('no task');
    const retry = { maxCount: 4, backoffMaxSeconds: 90 };
    const edited = setTaskOptions(document, make.id, { retry }).document;
    const retryPolicy = compiled(edited).spec.root.dag?.tasks?.make?.retryPolicy;
    expect(retryPolicy).toMatchObject({ maxRetryCount: 4, backoffMaxDuration: '90s' });
  });

  it('may be edited by hand: what is no change is passed over', () => {
    const { document } = imported(sourceWith(0, 'root/dag/tasks/make/newField', ODD));
    const tasks = [...document.tasks].map(([id, task]) => {
      return [
        id,
        { ...task, unknown: { ir: { task: [null, 3, { at: 'x' }, { at: [] }], executor: 'none', platforms: [1] } } },
      ] as const;
    });
    const damaged = { ...document, tasks: new Map(tasks) };
    expect(findIrDifference(emitted(damaged), irDocuments(SOURCE))).toBeUndefined();
  });
});

describe.skipIf(CORPUS_MISSING !== undefined)(`fields added to public IR files ${CORPUS_MISSING ?? ''}`, () => {
  it.each(readIrFiles().map((file) => [file.name, file] as const))('%s comes back with them', (_name, file) => {
    const added = file.documents.map((tree) => withFields(tree as unknown as Tree, []));
    const { document } = imported(added as unknown as readonly YamlTree[]);
    expect(findIrDifference(emitted(document), added)).toBeUndefined();
  });
});

/** A field more in every task, component, executor and platform entry. */
function withFields(tree: Tree, path: readonly string[]): Tree {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return tree;
  const entries = Object.entries(tree).map(([key, value]) => [key, withFields(value, [...path, key])] as const);
  const parent = path.at(-2) ?? '';
  const isPlace = path.at(-1) === 'root' || ['tasks', 'components', 'executors'].includes(parent);
  const isNamedSo = path.includes('inputs') || path.includes('constant') || path.includes('defaultValue');
  return Object.fromEntries(isPlace && !isNamedSo ? [...entries, ['addedField', { a: 1 } as never]] : entries);
}

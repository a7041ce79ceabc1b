import { createConnectionCheck } from '../../src/analysis/can-connect.ts';
import { interfaceOfTask } from '../../src/analysis/task-interface.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import type { Reference } from '../../src/model/argument.ts';
import type { ComponentRecord, PipelineDocument } from '../../src/model/document.ts';
import { addTask } from '../../src/model/edits/add-task.ts';
import { removeBranch, setCondition } from '../../src/model/edits/branches.ts';
import { connect } from '../../src/model/edits/connect.ts';
import { addInput } from '../../src/model/edits/pipeline-inputs.ts';
import { renameTask } from '../../src/model/edits/rename-task.ts';
import { moveToBody } from '../../src/model/edits/reorder-node.ts';
import type { Comparison, Condition } from '../../src/model/group.ts';
import type { BodyId, ComponentKey, PipelineId } from '../../src/model/ids.ts';
import {
  bodiesOfGroup,
  nodesOfBody,
  pipelineOfBody,
  pipelineRecord,
  tasksOfPipeline,
} from '../../src/model/lookups.ts';
import { importedDocument, readIrFiles } from './ir-files.ts';

/** A public IR file after one edit of the document it was imported as. */
export interface EditedImport {
  /** For example `flip_coin.yaml: rename flip-coin`. */
  readonly name: string;
  readonly before: PipelineDocument;
  readonly document: PipelineDocument;
}

/** Every public IR file edited in every way that people edit what they imported. */
export function editedImports(): readonly EditedImport[] {
  return readIrFiles().flatMap((file) => {
    const before = importedDocument(file);
    const edits = [renames, additions, removedBranches, changedConditions, moves].flatMap((edit) => edit(before));
    return edits.map(([what, document]) => ({ name: `${file.name}: ${what}`, before, document }));
  });
}

/** The IR of every edited file that still is a pipeline; the official SDK must be able to load each. */
export function editedIrTexts(): readonly { readonly name: string; readonly text: string }[] {
  return editedImports().flatMap(({ name, document }) => {
    const compiled = compileDocument(document);
    return compiled.ok ? [{ name, text: writeIrText(compiled.value) }] : [];
  });
}

type Edited = readonly [what: string, document: PipelineDocument];

function renames(document: PipelineDocument): readonly Edited[] {
  const each = [...document.tasks.values()].map(({ id, name }): Edited => {
    return [`rename ${name}`, renameTask(document, id, `new name of ${name}`).document];
  });
  const ids = [...document.tasks.keys()];
  const all = ids.reduce((current, id, index) => renameTask(current, id, `renamed-${index}`).document, document);
  return [...each, ['rename all', all]];
}

const PROBE: ComponentRecord = {
  key: 'probe@000000000000' as ComponentKey,
  spec: {
    name: 'Probe',
    inputs: [
      { name: 'text', type: 'String', optional: true },
      { name: 'input', type: 'String', optional: true },
    ],
    implementation: { container: { image: 'alpine:3.20', args: [{ inputValue: 'text' }, { inputValue: 'input' }] } },
  },
};

/** A new task in every group, wired to an input of the pipeline and to a task outside the group. */
function additions(document: PipelineDocument): readonly Edited[] {
  return bodiesOfGroups(document).map(([body, name]): Edited => {
    const pipeline = pipelineOfBody(document, body);
    const input = addInput(document, pipeline, {
      name: 'probe_input',
      type: { kind: 'parameter', parameterType: 'STRING' },
      default: 'x',
    });
    const added = addTask(input.document, PROBE, { parent: body });
    const port = (name: string) => ({ kind: 'port', task: added.task, port: name }) as const;
    const wired = connect(added.document, { kind: 'input', input: input.name }, port('input')).document;
    const source = sourceFor(wired, pipeline, added.task);
    return [`add to ${name}`, source === undefined ? wired : connect(wired, source, port('text')).document];
  });
}

/** An output that KFP lets the new task take, of a task outside its group where there is one. */
function sourceFor(document: PipelineDocument, pipeline: PipelineId, task: Parameters<typeof interfaceOfTask>[1]) {
  const parent = document.tasks.get(task)?.parent;
  const producers = tasksOfPipeline(document, pipeline).filter((other) => other.id !== task);
  const outside = producers.sort((left, right) => Number(left.parent === parent) - Number(right.parent === parent));
  const references = outside.flatMap((producer) =>
    interfaceOfTask(document, producer.id).outputs.map((output): Reference => {
      return { kind: 'task-output', task: producer.id, output: output.id };
    }),
  );
  return references.find(
    (reference) => createConnectionCheck(document, { pipeline, reference })({ task, port: 'text' }).ok,
  );
}

function bodiesOfGroups(document: PipelineDocument): readonly (readonly [BodyId, string])[] {
  return [...document.groups.values()].flatMap((group) =>
    bodiesOfGroup(group).map((body, index) => [body, `${group.name}.${index}`] as const),
  );
}

function removedBranches(document: PipelineDocument): readonly Edited[] {
  return [...document.groups.values()].flatMap((group): readonly Edited[] => {
    if (group.kind !== 'branches' || group.branches.length < 2) return [];
    return group.branches.map(({ name, body }) => {
      return [`remove ${name}`, removeBranch(document, group.id, body).document] as const;
    });
  });
}

function changedConditions(document: PipelineDocument): readonly Edited[] {
  return [...document.groups.values()].flatMap((group): readonly Edited[] => {
    if (group.kind !== 'branches') return [];
    return group.branches.flatMap(({ name, body, condition }): readonly Edited[] => {
      const changed = condition === undefined ? undefined : changedCondition(condition);
      if (changed === undefined) return [];
      return [[`condition of ${name}`, setCondition(document, group.id, body, changed).document]];
    });
  });
}

const OTHER_OPERATOR: { readonly [Operator in Comparison['operator']]: Comparison['operator'] } = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/** The opposite comparison; of a text that could not be read, a comparison of what it looks at with itself. */
function changedCondition(condition: Condition): Condition | undefined {
  if (condition.kind === 'comparison') return { ...condition, operator: OTHER_OPERATOR[condition.operator] };
  const [first] = condition.references;
  return first === undefined ? undefined : { kind: 'comparison', left: first[1], operator: '==', right: first[1] };
}

/** Every task into the next group beside it, and every task of a group out of it. */
function moves(document: PipelineDocument): readonly Edited[] {
  return [...document.bodies.values()].flatMap((body): readonly Edited[] => {
    const nodes = nodesOfBody(document, body.id);
    const target = nodes.flatMap((node) => ('target' in node ? [] : bodiesOfGroup(node)))[0];
    const outer = body.owner.kind === 'group' ? document.groups.get(body.owner.group)?.parent : undefined;
    const root = pipelineRecord(document, pipelineOfBody(document, body.id)).body;
    return nodes.flatMap((node): readonly Edited[] => {
      if (!('target' in node)) return [];
      const into = target === undefined ? [] : [[`move ${node.name} in`, target] as const];
      const out =
        outer === undefined
          ? []
          : [[`move ${node.name} out`, outer] as const, [`move ${node.name} to the root`, root] as const];
      return [...into, ...out].map(([what, to]): Edited => [what, moveToBody(document, [node.id], to).document]);
    });
  });
}

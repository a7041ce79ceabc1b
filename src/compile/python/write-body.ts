import { isPythonName } from '../../analysis/targets/python-names.ts';
import { inputOfTask, interfaceOfRecord } from '../../analysis/task-interface.ts';
import type { Argument } from '../../model/argument.ts';
import type { ImporterTarget, TaskRecord } from '../../model/document.ts';
import type { BodyId, GroupId, NodeId, TaskId } from '../../model/ids.ts';
import { type Code, call, type Item, labelled, layOut, plain, wrapped } from './code.ts';
import type { FunctionContext } from './function-context.ts';
import { dictCode, stringLiteral } from './literals.ts';
import { writeGroup } from './write-group.ts';
import { argumentCode } from './write-reference.ts';
import { settingCalls } from './write-settings.ts';

const INDENT = 4;

/** The lines of a body: its tasks and groups in writing order. */
export function writeBody(context: FunctionContext, body: BodyId, indent: number): readonly string[] {
  return context.order(body).flatMap((node) => {
    const task = context.document.tasks.get(node as TaskId);
    if (task !== undefined) return writeTask(context, task, indent);
    const group = context.document.groups.get(node as GroupId);
    if (group === undefined) return [];
    return writeGroup(context, group, indent, (inner) => writeBody(context, inner, indent + INDENT));
  });
}

/** A task: the call that makes it, then one statement for each setting. */
function writeTask(context: FunctionContext, task: TaskRecord, indent: number): readonly string[] {
  const variable = context.variables.get(task.id);
  const made = task.target.kind === 'importer' ? importerCall(context, task, task.target) : taskCall(context, task);
  const statements: Code[] = [variable === undefined ? made : wrapped(`${variable} = `, made)];
  if (variable !== undefined) {
    statements.push(...settingCalls(context, task, variable));
    const after = afterOf(context, task);
    if (after.length > 0) statements.push(call(`${variable}.after`, after.map(plain)));
  }
  const pad = ' '.repeat(indent);
  return statements.map((statement) => pad + layOut(statement, indent));
}

/** The variables of what a task runs after, with what the groups around it inherit to it. */
function afterOf({ variables, inheritedAfter }: FunctionContext, task: TaskRecord): readonly string[] {
  const nodes: readonly NodeId[] = [...task.after, ...(inheritedAfter.get(task.id) ?? [])];
  return [...new Set(nodes)].flatMap((node) => variables.get(node) ?? []);
}

function taskCall(context: FunctionContext, task: TaskRecord): Code {
  const callee = context.callees.get(task.id);
  const name = callee?.name ?? '';
  const called =
    callee?.renamedTo === undefined
      ? name
      : `${context.module.use('renamed')}(${name}, ${stringLiteral(callee.renamedTo)})`;
  const ports = interfaceOfRecord(context.document, task);
  const named: Item[] = [];
  const others: [string, Code][] = [];
  for (const [port, argument] of Object.entries(task.arguments)) {
    const code = argumentCode(context, argument, inputOfTask(ports, port)?.type);
    if (isPythonName(port)) named.push(labelled(`${port}=`, code));
    else others.push([port, code]);
  }
  if (others.length > 0) named.push(labelled('**', dictCode(others)));
  return call(called, named);
}

/** KFP SDK: `dsl.importer`. */
function importerCall(context: FunctionContext, task: TaskRecord, target: ImporterTarget): Code {
  const { metadata, artifactType, reimport, downloadToWorkspace } = target;
  const uri: Argument = task.arguments.uri ?? { kind: 'value', value: '' };
  return call(`${context.module.use('dsl')}.importer`, [
    labelled('artifact_uri=', argumentCode(context, uri)),
    labelled('artifact_class=', context.artifacts.nameOf(artifactType)),
    ...(reimport ? [labelled('reimport=', 'True')] : []),
    ...(metadata === undefined ? [] : [labelled('metadata=', argumentCode(context, metadata))]),
    ...(downloadToWorkspace === true ? [labelled('download_to_workspace=', 'True')] : []),
  ]);
}

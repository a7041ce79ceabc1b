import type { PipelineDocument, PipelineRecord, TaskRecord } from '../model/document.ts';
import type { GroupRecord } from '../model/group.ts';
import type { Diagnostic } from './diagnostic.ts';
import { diagnosticOf, type Finding, type TaskContext } from './rule.ts';
import { checkArguments } from './rules/arguments.ts';
import { checkContainerSettings } from './rules/container-settings.ts';
import { checkEnvironment } from './rules/environment.ts';
import { checkFinalStatus } from './rules/final-status.ts';
import { checkGroup } from './rules/groups.ts';
import { checkImage } from './rules/image.ts';
import { checkImporter } from './rules/importer.ts';
import { checkKubernetes } from './rules/kubernetes.ts';
import { checkMissingArguments } from './rules/missing-arguments.ts';
import { checkNodeNames } from './rules/node-names.ts';
import { checkPassthroughs } from './rules/passthroughs.ts';
import { checkPipeline } from './rules/pipeline.ts';
import { checkPipelineInputs } from './rules/pipeline-inputs.ts';
import { checkPipelineOutputs } from './rules/pipeline-outputs.ts';
import { checkResources } from './rules/resources.ts';
import { checkRetry } from './rules/retry.ts';
import { checkRunAfter } from './rules/run-after.ts';
import { checkSecretValues } from './rules/secret-values.ts';
import { checkSettingReferences } from './rules/setting-references.ts';
import { checkTaskName } from './rules/task-name.ts';
import { checkTaskTarget } from './rules/task-target.ts';
import { checkWorkspace } from './rules/workspace.ts';
import { interfaceOfRecord } from './task-interface.ts';

/** In the order in which a person would want to read what they report. */
const TASK_RULES: readonly ((context: TaskContext) => void)[] = [
  checkTaskTarget,
  checkTaskName,
  checkMissingArguments,
  checkArguments,
  checkFinalStatus,
  checkRunAfter,
  checkImporter,
  checkContainerSettings,
  checkPassthroughs,
  checkImage,
  checkResources,
  checkRetry,
  checkEnvironment,
  checkKubernetes,
  checkSettingReferences,
  checkWorkspace,
  checkSecretValues,
];

/** Everything that is wrong about one task. */
export function checkTask(
  document: PipelineDocument,
  pipeline: PipelineRecord,
  task: TaskRecord,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const place = { pipeline: pipeline.id, node: task.id };
  const report = (finding: Finding): void => {
    diagnostics.push(diagnosticOf(finding, place, { task: task.name }));
  };
  const context: TaskContext = { document, pipeline, task, ports: interfaceOfRecord(document, task), report };
  for (const rule of TASK_RULES) rule(context);
  return diagnostics;
}

/** Everything that is wrong about one group itself. */
export function checkGroupRecord(
  document: PipelineDocument,
  pipeline: PipelineRecord,
  group: GroupRecord,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Finding): void => {
    diagnostics.push(
      diagnosticOf(finding, { pipeline: pipeline.id, node: group.id }, { task: group.name, group: group.name }),
    );
  };
  checkGroup({ document, pipeline, group, report });
  return diagnostics;
}

/** Everything that is wrong about a pipeline itself. */
export function checkPipelineRecord(
  document: PipelineDocument,
  pipeline: PipelineRecord,
  isUsed: (input: string) => boolean,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Finding): void => {
    diagnostics.push(diagnosticOf(finding, { pipeline: pipeline.id }, { pipeline: pipeline.name }));
  };
  const context = { document, pipeline, report };
  checkPipeline(context);
  checkPipelineInputs(context, isUsed);
  checkPipelineOutputs(context);
  return diagnostics;
}

/** Names that are taken twice in a pipeline, each at the node that comes later. */
export function checkNames(document: PipelineDocument, pipeline: PipelineRecord): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  checkNodeNames({
    document,
    pipeline,
    report: ({ related, ...finding }) => {
      const node = related?.[0];
      const place = { pipeline: pipeline.id, ...(node === undefined ? {} : { node }) };
      diagnostics.push(diagnosticOf(finding, place, {}));
    },
  });
  return diagnostics;
}

import { type RuleEntries, refused, stricter, unwritable, warned } from './rule-entry.ts';

const PIPELINE_NAME = 'Invalid pipeline name: X. Please specify a pipeline name that matches the regular expression …';
const TOP_LEVEL = 'Pipeline outputs may only be returned from the top level of the pipeline function scope.';

/** A pipeline’s own record: its name, inputs, outputs, platform settings, and the names in it. */
export const PIPELINE_RULES: RuleEntries = {
  'artifact-default': refused('live', 'Optional Input artifacts may only have default value None. Got: x.'),
  'artifact-type-invalid': refused('live', 'Artifact schema_title must belong to `system` or `google` namespace.'),
  'default-type': refused('live', 'bad argument type for built-in operation'),
  'duration-too-long': refused('live', '… must not exceed the int32 maximum (2147483647).'),
  'duplicate-input': unwritable('live'),
  'duplicate-name': stricter('live', 'Names are keys of the IR. The SDK renames the later one.', 'never'),
  'duplicate-output': unwritable('live'),
  'final-status-input': stricter(
    'live',
    'The SDK compiles such an input of a pipeline, but the server runs none.',
    'create',
    'TASK_FINAL_STATUS is invalid for root component',
  ),
  'input-name-invalid': refused(
    'live',
    'Only letters, numbers, spaces, "_", and "-" are allowed in the name. Must begin with a letter.',
  ),
  'no-tasks': refused('live', 'Task is missing from pipeline.'),
  'output-from-input': refused('wiring', "'NoneType' object has no attribute 'parent_task_group'"),
  'output-name-invalid': unwritable('live'),
  'output-not-top-level': refused('wiring', TOP_LEVEL),
  'output-without-source': refused('live', 'Missing pipeline output: X.'),
  'pipeline-missing': unwritable('live'),
  'pipeline-name-empty': refused('live', PIPELINE_NAME),
  'pipeline-name-invalid': stricter(
    'live',
    'The SDK changes the name quietly; here it is mended in the file.',
    'upload',
    "pipeline's name must contain only lowercase alphanumeric characters or '-' and must start with alphanumeric characters",
  ),
  'recursive-pipeline': unwritable('live'),
  'task-name-invalid': unwritable('live'),
  'unknown-pipeline-input': unwritable('wiring'),
  'unused-input': warned('live', 'never'),
  'workspace-size-invalid': refused(
    'live',
    'Workspace size "…" is invalid. Must be a valid Kubernetes resource quantity',
  ),
};

import { inPart, type RuleEntries, refused, stricter, warned } from './rule-entry.ts';

const MEMORY = 'Invalid memory string. Should be a number or a number followed by one of "E", "Ei", …';
const CONTAINER_ONLY =
  'set_x can only be used on single-step components, not pipelines used as components, or special components like importers.';

/** Settings of a task. */
export const TASK_RULES: RuleEntries = {
  'accelerator-count-syntax': refused('live', 'limit must be a non-negative integer.'),
  'accelerator-without-type': warned('live', 'never'),
  'artifact-in-setting': refused('live', "could not convert string to float: '{{channel:task=…}}'"),
  'collected-in-setting': refused('live', 'component_input_parameter: pipelinechannel--… not found.'),
  'cpu-syntax': refused('live', 'Invalid cpu string. Should be float or integer, or integer followed by "m".'),
  'duration-invalid': refused(
    'live',
    'Invalid duration string: … Expected one value (as integer in string) and one unit',
  ),
  'env-name-duplicate': warned('live', 'never'),
  'env-name-invalid': warned('live', 'run'),
  'image-empty': stricter('live', 'No pod can be made without an image.', 'run'),
  'image-syntax': warned('live', 'run', 'InvalidImageName'),
  'memory-syntax': refused('live', MEMORY),
  'one-of-in-setting': refused('live', 'dsl.OneOf does not support string interpolation.'),
  'request-above-limit': warned('live', 'run', 'must be less than or equal to cpu limit'),
  'retry-count-invalid': inPart(
    'live',
    "Failed to parse max_retry_count field: Couldn't parse integer: 1.5",
    'A negative number compiles, and means nothing.',
  ),
  'retry-factor-invalid': stricter('live', 'A factor of 0 or less gives no time to wait for.', 'run'),
  'setting-needs-container': refused('live', CONTAINER_ONLY),
  'setting-not-passed-through': refused(
    'live',
    "Task 'x' cannot handle resource type 'ENV' based on the values in task_config_passthroughs",
  ),
  'setting-takes-input': stricter(
    'live',
    'The SDK puts its own input in the place of the component’s without a word.',
    'never',
  ),
  'text-in-setting': stricter('live', 'The platform document takes one value or one reference.', 'run'),
  'workspace-not-set': refused(
    'live',
    'Workspace features are used (e.g., dsl.WORKSPACE_PATH_PLACEHOLDER) but PipelineConfig.workspace.size is not set.',
  ),
};

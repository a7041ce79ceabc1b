import { type RuleEntries, refused, stricter, unwritable } from './rule-entry.ts';

const ACROSS =
  'Illegal task dependency across DSL context managers. A downstream task cannot depend on an upstream task within a dsl.X context unless the downstream is within that context too.';
const FINAL_STATUS =
  "Tasks that use '.ignore_upstream_failure()' and 'PipelineTaskFinalStatus' must have exactly one dependent upstream task.";

/** Control flow: branches, loops, exit handlers, what passes in and out of them. */
export const GROUP_RULES: RuleEntries = {
  'after-group': refused('wiring', '".after()" on task group "…" of type dsl.X is not supported.'),
  'branch-without-condition': refused('live', 'dsl.Else can only be used following an upstream dsl.If or dsl.Elif.'),
  'collected-in-text': refused('live', ACROSS),
  'collected-outside-loop': refused(
    'wiring',
    'dsl.Collected can only be used to fan-in outputs produced by a task within a dsl.ParallelFor context to a task outside of …',
  ),
  'condition-constant': refused('live', 'Got constant boolean True as a condition.'),
  'condition-not-finite': stricter('live', 'The SDK writes “inf” or “nan”, which the server cannot read.', 'run'),
  'condition-not-primitive': refused(
    'live',
    'Conditional requires primitive parameter values for comparison. Found input "…" of type … in pipeline definition instead.',
  ),
  'condition-types': stricter(
    'live',
    'The SDK puts one side between quotes or turns numbers into the wrong switch, so the condition means something else or cannot be read.',
    'run',
  ),
  'exit-handler-inside-group': refused(
    'live',
    'ExitHandler can only be used within the outermost scope of a pipeline function definition.',
  ),
  'exit-task-depends': refused('wiring', 'exit_task cannot depend on any other tasks.'),
  'exit-task-elsewhere': unwritable('live'),
  'exit-task-importer': refused('live', 'Exit task … is missing both container spec and pipeline spec.'),
  'exit-task-missing': refused('live', "missing 1 required positional argument: 'exit_task'"),
  'exit-task-shared': stricter('live', 'The SDK writes the task once, for the last handler that names it.', 'never'),
  'exit-task-used': refused('wiring', '… does not exist.'),
  'final-status-needs-one-upstream': refused('live', FINAL_STATUS),
  'final-status-outside-exit': refused('live', 'PipelineTaskFinalStatus can only be used in an exit task.'),
  'group-name-invalid': unwritable('live'),
  'group-without-branches': unwritable('live'),
  'group-without-tasks': stricter(
    'live',
    'The server refuses a DAG without tasks when a run is begun.',
    'create',
    'DAG … must contain one or more non-exit tasks',
  ),
  'ignored-failure-needs-default': refused(
    'wiring',
    'Tasks can only use .ignore_upstream_failure() if all input parameters that accept arguments created by an upstream task have a default value',
  ),
  'inside-group': refused('wiring', ACROSS),
  'inside-loop': refused('wiring', ACROSS),
  'loop-field-invalid': refused(
    'live',
    'Tried to create subvariable named a b, but that is not a legal Python variable name.',
  ),
  'loop-field-missing': stricter('live', 'The run fails where the field is taken: no item has it.', 'run'),
  'loop-item-outside': refused('wiring', 'component_input_parameter: pipelinechannel--loop-item-param-1 not found.'),
  'loop-over-single': refused('live', 'Cannot iterate over a single parameter using `dsl.ParallelFor`.'),
  'loop-without-items': refused('live', 'Got an empty item list for loop argument.'),
  'one-of-branch-twice': stricter('live', 'Which of the two is taken is not said anywhere.', 'run'),
  'one-of-duplicate': unwritable('live'),
  'one-of-in-text': refused('live', 'dsl.OneOf does not support string interpolation.'),
  'one-of-needs-else': refused(
    'live',
    'dsl.OneOf must include an output from a task in a dsl.Else group to ensure at least one output is available at runtime.',
  ),
  'one-of-needs-every-branch': stricter('live', 'When the branch without an output runs, there is no value.', 'run'),
  'one-of-source-elsewhere': stricter('live', 'The SDK takes the branches from the first output alone.', 'create'),
  'one-of-types': refused('live', 'Task outputs passed to dsl.OneOf must be the same type.'),
  'other-branch': refused('wiring', ACROSS),
  'parallelism-invalid': refused('live', 'ParallelFor parallelism must be >= 0. Got: -1.'),
};

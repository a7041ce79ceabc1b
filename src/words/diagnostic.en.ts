import type { SentenceTable } from './sentence.ts';

/** Sentences of diagnostics and refused wires (`diagnostic.<code>`), and labels of their mends (`fix.<kind>`). */
export const diagnosticEnglish: SentenceTable = {
  'diagnostic.accelerator-count-syntax': '“{value}” is not a number of accelerators. Write a whole number, such as 1.',
  'diagnostic.accelerator-without-type': 'A number of accelerators is set, but not which type.',
  'diagnostic.access-mode-invalid': '“{mode}” is not an access mode of Kubernetes, such as ReadWriteOnce.',
  'diagnostic.affinity-weight-invalid': 'The weight {value} is not a whole number from 1 to 100.',
  'diagnostic.after-group': 'A task can run after an exit handler, but not after the group “{name}”.',
  'diagnostic.already-after': '“{task}” already runs after “{upstream}”.',
  'diagnostic.artifact-default': 'The input “{input}” is an artifact and cannot have a default value.',
  'diagnostic.artifact-for-parameter': 'The input “{port}” takes a value ({expected}); this is an artifact ({given}).',
  'diagnostic.artifact-in-setting': 'A setting takes a value; this is an artifact ({given}).',
  'diagnostic.artifact-in-text':
    'The text for “{port}” contains an artifact ({given}). Only values can stand inside text.',
  'diagnostic.artifact-input-at-run':
    'The input “{input}” is an artifact ({given}). A run is given values only, so nothing can fill it.',
  'diagnostic.artifact-types-differ': 'The input “{port}” takes {expected}; this is {given}.',
  'diagnostic.artifact-versions-differ': 'The input “{port}” takes {expected}; this is {given}, another major version.',
  'diagnostic.branch-without-condition': 'A branch before the last, or the only one, needs a condition.',
  'diagnostic.collected-outside-loop':
    'The outputs of “{task}” can only be collected from inside a loop to the outside of it.',
  'diagnostic.component-missing': 'The component “{name}” is not in this file.',
  'diagnostic.component-problem': 'KFP would refuse the component “{component}”: {reason}',
  'diagnostic.component-unreadable': 'The component “{component}” in this file cannot be read: {reason}',
  'diagnostic.condition-constant':
    'The condition compares two fixed values, so its outcome never changes. KFP refuses that.',
  'diagnostic.condition-not-primitive': 'A condition compares texts, numbers and switches; this is {given}.',
  'diagnostic.condition-quote': 'A text in a condition cannot contain a quotation mark or a backslash.',
  'diagnostic.condition-types': 'The condition compares {left} with {right}. Both sides must be of the same type.',
  'diagnostic.constant-for-artifact':
    'The input “{port}” takes an artifact ({expected}) from another task, not a value.',
  'diagnostic.constant-not-boolean': 'The input “{port}” takes true or false; {value} is neither.',
  'diagnostic.constant-not-finite': 'The input “{port}” takes a finite number.',
  'diagnostic.constant-not-integer': 'The input “{port}” takes a whole number; {value} is none.',
  'diagnostic.constant-not-list': 'The input “{port}” takes a list; {value} is none.',
  'diagnostic.constant-not-map': 'The input “{port}” takes a dictionary; {value} is none.',
  'diagnostic.constant-not-number': 'The input “{port}” takes a number; {value} is none.',
  'diagnostic.constant-not-text': 'The input “{port}” takes text; {value} is none.',
  'diagnostic.constant-null': 'The input “{port}” cannot be given null. Unset it instead.',
  'diagnostic.construct-not-compiled':
    '“{name}” is drawn, but this version cannot compile loops, branches and exit handlers.',
  'diagnostic.container-name-invalid':
    '“{name}” is not a container name: lower-case letters, digits and “-”, at most 63.',
  'diagnostic.container-name-taken': 'The container name “{name}” is already used.',
  'diagnostic.cpu-syntax':
    '“{value}” is not an amount of CPU. Write a number such as 0.5 or 2, or thousandths such as 500m.',
  'diagnostic.cycle': 'These tasks wait for each other: {tasks}.',
  'diagnostic.data-key-invalid': '“{key}” is not a key of a Secret or ConfigMap: letters, digits, “-”, “_” and “.”.',
  'diagnostic.default-type': 'The default {value} of the input “{input}” is not of its type {expected}.',
  'diagnostic.duplicate-input': 'Two inputs are named “{name}”.',
  'diagnostic.duplicate-name': 'The name “{name}” is used twice in this pipeline.',
  'diagnostic.duplicate-output': 'Two outputs are named “{name}”.',
  'diagnostic.duration-invalid': '{value} is not a number of seconds. Write a whole number, 0 or more.',
  'diagnostic.env-name-duplicate': 'The environment variable “{name}” is set twice; the later value counts.',
  'diagnostic.env-name-invalid':
    '“{name}” is not the name of an environment variable: letters, digits, “_”, “-” and “.”, not beginning with a digit.',
  'diagnostic.exit-handler-inside-group':
    'An exit handler can only stand at the top of a pipeline, not inside another group.',
  'diagnostic.exit-task-depends': 'The exit task “{task}” cannot take outputs of other tasks or run after them.',
  'diagnostic.exit-task-missing': 'The exit handler has no exit task.',
  'diagnostic.field-path-empty': 'The environment variable “{name}” names no field of the pod.',
  'diagnostic.final-status-input': 'The input “{input}” has a type that only exit tasks can take.',
  'diagnostic.final-status-needs-one-upstream': '“{task}” takes a final status, so it must wait for exactly one task.',
  'diagnostic.final-status-outside-exit':
    'The input “{port}” takes the final status of a pipeline: “{task}” must be an exit task.',
  'diagnostic.group-without-tasks': '“{body}” has no tasks.',
  'diagnostic.ignored-failure-needs-default':
    '“{task}” runs even when the task before it failed, so its input “{port}” needs a default.',
  'diagnostic.image-empty': 'No container image is given.',
  'diagnostic.image-syntax': '“{image}” is not the name of a container image, such as registry.example/team/image:tag.',
  'diagnostic.input-name-invalid':
    '“{name}” is not an input name: letters, digits, “_” and “-”, beginning with a letter.',
  'diagnostic.input-set-by-kfp': 'KFP itself fills the input “{port}”.',
  'diagnostic.inside-group': '“{task}” is inside “{group}” and may not have run; only tasks in there can use it.',
  'diagnostic.inside-loop':
    '“{task}” is inside the loop “{group}” and runs many times. Collect its outputs to use them outside.',
  'diagnostic.label-key-invalid': '“{key}” is not the key of a label or annotation.',
  'diagnostic.label-value-invalid':
    '“{value}” is not a value for the label “{key}”: at most 63 letters, digits, “-”, “_” and “.”.',
  'diagnostic.list-for-single-artifact':
    'The input “{port}” takes one artifact ({expected}); this is a list ({given}).',
  'diagnostic.loop-item-outside': 'The item of the loop “{loop}” can only be used inside it.',
  'diagnostic.loop-over-single': 'A loop needs a list; this is {given}.',
  'diagnostic.loop-without-items': 'The loop has no items.',
  'diagnostic.memory-syntax':
    '“{value}” is not an amount of memory. Write a whole number with a unit, such as 512Mi or 2Gi.',
  'diagnostic.missing-argument': 'The input “{port}” of “{task}” needs a value.',
  'diagnostic.mount-path-duplicate': 'Two volumes are mounted at “{path}”.',
  'diagnostic.mount-path-invalid': '“{path}” is not a mount path. It must begin with “/” and have no “:”.',
  'diagnostic.no-tasks': 'The pipeline “{pipeline}” has no tasks. Add one from the catalog.',
  'diagnostic.object-name-invalid':
    '“{name}” is not a name of a Kubernetes object: lower-case letters, digits, “-” and “.”.',
  'diagnostic.one-of-in-text':
    'The text for “{port}” contains the value of whichever branch ran. KFP cannot put that inside text.',
  'diagnostic.one-of-needs-else':
    'The output “{output}” takes the value of whichever branch ran, so there must be an Else branch.',
  'diagnostic.one-of-needs-every-branch': 'The output “{output}” needs one task output of each branch.',
  'diagnostic.one-of-types': 'The output “{output}” is fed with different types: {types}.',
  'diagnostic.other-branch': '“{task}” is in another branch of “{group}”, and only one of the branches runs.',
  'diagnostic.other-pipeline': '“{task}” belongs to another pipeline. Use an input or output of that pipeline.',
  'diagnostic.output-from-input': 'An output of a pipeline must come from a task.',
  'diagnostic.output-name-invalid':
    '“{name}” is not an output name: letters, digits, “_” and “-”, beginning with a letter.',
  'diagnostic.output-not-top-level':
    '“{task}” is inside “{group}”; an output of the pipeline must come from its top level.',
  'diagnostic.output-without-source': 'Nothing feeds the output “{output}”.',
  'diagnostic.parallelism-invalid': '{value} is not a number of parallel runs. Write a whole number, 0 or more.',
  'diagnostic.parameter-for-artifact': 'The input “{port}” takes an artifact ({expected}); this is a value ({given}).',
  'diagnostic.parameter-types-differ': 'The input “{port}” takes {expected}; this is {given}.',
  'diagnostic.pipeline-missing': 'The pipeline “{name}” is not in this file.',
  'diagnostic.pipeline-name-empty': 'The pipeline has no name.',
  'diagnostic.pipeline-name-invalid':
    '“{name}” is not a pipeline name: at most 128 lower-case letters, digits and “-”.',
  'diagnostic.quantity-invalid': '“{value}” is not a quantity of Kubernetes, such as 500Mi.',
  'diagnostic.recursive-pipeline': 'These pipelines use each other without end: {pipelines}.',
  'diagnostic.request-above-limit': 'The request {request} is above the limit {limit}.',
  'diagnostic.retry-count-invalid': '{value} is not a number of retries. Write a whole number, 0 or more.',
  'diagnostic.retry-factor-invalid': 'The back-off factor {value} is not a number above 0.',
  'diagnostic.secret-in-file':
    'The value of “{port}” looks like a secret and would be kept in the file. Use a pipeline input.',
  'diagnostic.setting-needs-container': 'The setting “{option}” only works for tasks that run a container.',
  'diagnostic.single-artifact-for-list':
    'The input “{port}” takes a list ({expected}); this is one artifact ({given}).',
  'diagnostic.sub-path-invalid': '“{path}” is not a path below the volume.',
  'diagnostic.task-name-invalid': '“{name}” is not a task name: lower-case letters, digits and single “-”.',
  'diagnostic.text-in-setting': 'This setting takes a text or one reference, not a text with references in it.',
  'diagnostic.toleration-needs-exists': 'A toleration without a key needs the operator Exists.',
  'diagnostic.toleration-seconds-unused': 'A toleration time needs the effect NoExecute.',
  'diagnostic.toleration-value-unused': 'A toleration with the operator Exists takes no value; “{value}” is given.',
  'diagnostic.too-many-tasks':
    'With its sub-pipelines the pipeline has {count} tasks; {limit} are the most that can be compiled.',
  'diagnostic.unknown-argument': '“{task}” has no input “{port}”.',
  'diagnostic.unknown-output': '“{task}” has no output “{output}”.',
  'diagnostic.unknown-pipeline-input': 'The pipeline has no input “{input}”.',
  'diagnostic.unknown-task': 'There is no task “{name}”.',
  'diagnostic.unused-input': 'Nothing uses the input “{input}”.',
  'diagnostic.user-id-invalid': '{value} is not a user or group number. Write a whole number, 0 or more.',
  'diagnostic.volume-name-invalid': '“{name}” is not a volume name: lower-case letters, digits and “-”, at most 63.',
  'diagnostic.workspace-not-set':
    '“{task}” uses the workspace, but the pipeline has none. Set its size in the pipeline settings.',
  'diagnostic.workspace-size-invalid': '“{value}” is not a size for the workspace, such as 10Gi.',

  'fix.add-pipeline-input': 'Make “{port}” an input of the pipeline',
  'fix.begin-one-of': 'Begin an output of “{group}” for whichever branch ran',
  'fix.clear-option': 'Clear the setting “{option}”',
  'fix.collect-results': 'Collect the results of “{task}” as a list',
  'fix.remove-after': 'Do not wait for “{upstream}”',
  'fix.remove-argument': 'Unset “{port}”',
  'fix.remove-group': 'Remove the group',
  'fix.remove-input': 'Remove the input “{input}”',
  'fix.remove-output': 'Remove the output “{output}”',
  'fix.rename-input': 'Rename the input to “{name}”',
  'fix.rename-output': 'Rename the output to “{name}”',
  'fix.rename-pipeline': 'Rename the pipeline to “{name}”',
  'fix.rename-task': 'Rename the task to “{name}”',
  'fix.retype-component-inputs': 'Use a copy of the component in which {inputs} take {type}',
  'fix.set-argument-value': 'Use {value}',
  'fix.surface-one-of': 'Take the value of whichever branch of “{group}” ran',
  'fix.use-loop-item': 'Use the item of the loop “{loop}”',
  'fix.use-loop-list': 'Use the whole list of the loop “{loop}”',
  'fix.use-plain-output': 'Use the output of “{task}” itself',
};

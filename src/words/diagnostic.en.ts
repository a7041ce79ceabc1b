import type { SentenceTable } from './sentence.ts';

/** Sentences of diagnostics and refused wires (`diagnostic.<code>`), and labels of their mends (`fix.<kind>`). */
export const diagnosticEnglish: SentenceTable = {
  'diagnostic.accelerator-count-syntax': '“{value}” is not a number of accelerators. Write a whole number, such as 1.',
  'diagnostic.accelerator-without-type': 'A number of accelerators is set, but not which type.',
  'diagnostic.access-mode-invalid': '“{mode}” is not an access mode of Kubernetes, such as ReadWriteOnce.',
  'diagnostic.access-mode-missing': 'The volume “{name}” has no access mode, such as ReadWriteOnce.',
  'diagnostic.affinity-weight-invalid': 'The weight {value} is not a whole number from 1 to 100.',
  'diagnostic.after-group': 'A task can run after an exit handler, but not after the group “{name}”.',
  'diagnostic.already-after': '“{task}” already runs after “{upstream}”.',
  'diagnostic.argo-address': '“{task}” asks for the address of an artifact. Argo hands files over by path alone.',
  'diagnostic.argo-artifact-input':
    'The pipeline input “{input}” is an artifact. Argo is given parameters; use an importer instead.',
  'diagnostic.argo-artifact-list':
    'The input “{input}” of “{task}” takes a list of artifacts. Argo can hand over one at a time.',
  'diagnostic.argo-artifact-loop': '“{name}” repeats over artifacts. Argo repeats over values alone.',
  'diagnostic.argo-backoff-factor':
    'Argo multiplies waiting times by whole numbers: {used} stands in for the {factor} of “{task}”.',
  'diagnostic.argo-braces': '“{task}” has the text “{{”, which Argo would take for one of its own marks.',
  'diagnostic.argo-collected-artifacts':
    'The artifact “{output}” of “{task}” is collected from a loop. Argo collects values alone.',
  'diagnostic.argo-collected-from-branch':
    '“{output}” of “{task}” is collected from inside a branch or an exit handler. Argo fails where the task was skipped.',
  'diagnostic.argo-compiled-pipeline':
    '“{task}” runs a compiled pipeline. Import that pipeline and use it as a sub-pipeline to write it for Argo.',
  'diagnostic.argo-condition': 'A condition of “{name}” is kept as imported text. Argo would not read it the same way.',
  'diagnostic.argo-final-status': '“{task}” takes the final status of another task. Argo tells it to exit tasks alone.',
  'diagnostic.argo-ignored-failure':
    '“{task}” runs after failures and takes an output of a task before it, which is not there when that task failed.',
  'diagnostic.argo-imported-output':
    'The artifact that “{task}” imports leaves its branch or its pipeline. Argo fetches it only where a task takes it.',
  'diagnostic.argo-importer':
    'The address of “{task}” is none that Argo fetches. It takes http, https, s3 and gs addresses that are written out.',
  'diagnostic.argo-name-too-long': 'The name “{name}” is too long for a workflow. It may have {limit} characters.',
  'diagnostic.argo-nothing-to-run': 'There is nothing to run here but importers. Argo needs at least one task.',
  'diagnostic.artifact-default': 'The input “{input}” is an artifact and cannot have a default value.',
  'diagnostic.artifact-for-parameter': 'The input “{port}” takes a value ({expected}); this is an artifact ({given}).',
  'diagnostic.artifact-in-setting': 'A setting takes a value; this is an artifact ({given}).',
  'diagnostic.artifact-in-text':
    'The text for “{port}” contains an artifact ({given}). Only values can stand inside text.',
  'diagnostic.artifact-input-at-run':
    'The input “{input}” is an artifact ({given}). A run is given values only, so nothing can fill it.',
  'diagnostic.artifact-loop': '“{loop}” goes over a list of artifacts. The KFP server cannot run such loops.',
  'diagnostic.artifact-type-invalid':
    '“{name}” has the artifact type {given}. KFP knows only “system.” and “google.” types, with a version such as 0.0.1.',
  'diagnostic.artifact-types-differ': 'The input “{port}” takes {expected}; this is {given}.',
  'diagnostic.artifact-versions-differ': 'The input “{port}” takes {expected}; this is {given}, another major version.',
  'diagnostic.branch-without-condition': 'A branch before the last, or the only one, needs a condition.',
  'diagnostic.collected-in-setting': 'A setting cannot take collected results.',
  'diagnostic.collected-in-text':
    'The text for “{port}” contains collected results. KFP cannot put a list of results inside text.',
  'diagnostic.collected-outside-loop':
    'The outputs of “{task}” can only be collected from inside a loop to the outside of it.',
  'diagnostic.component-missing': 'The component “{name}” is not in this file.',
  'diagnostic.component-problem': 'KFP would refuse the component “{component}”: {reason}',
  'diagnostic.component-unreadable': 'The component “{component}” in this file cannot be read: {reason}',
  'diagnostic.condition-constant':
    'The condition compares two fixed values, so its outcome never changes. KFP refuses that.',
  'diagnostic.condition-not-finite': 'A condition compares finite numbers only.',
  'diagnostic.condition-not-primitive': 'A condition compares texts, numbers and switches; this is {given}.',
  'diagnostic.condition-types': 'The condition compares {left} with {right}. Both sides must be of the same type.',
  'diagnostic.constant-for-artifact':
    'The input “{port}” takes an artifact ({expected}) from another task, not a value.',
  'diagnostic.constant-not-allowed': 'The input “{port}” takes one of {allowed}; {value} is none of them.',
  'diagnostic.constant-not-boolean': 'The input “{port}” takes true or false; {value} is neither.',
  'diagnostic.constant-not-finite': 'The input “{port}” takes a finite number.',
  'diagnostic.constant-not-integer': 'The input “{port}” takes a whole number; {value} is none.',
  'diagnostic.constant-not-list': 'The input “{port}” takes a list; {value} is none.',
  'diagnostic.constant-not-map': 'The input “{port}” takes a dictionary; {value} is none.',
  'diagnostic.constant-not-number': 'The input “{port}” takes a number; {value} is none.',
  'diagnostic.constant-not-text': 'The input “{port}” takes text; {value} is none.',
  'diagnostic.constant-null': 'The input “{port}” cannot be given null. Unset it instead.',
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
  'diagnostic.duration-too-long': '{value} seconds are more than KFP can hold (2147483647).',
  'diagnostic.env-name-duplicate': 'The environment variable “{name}” is set twice; the later value counts.',
  'diagnostic.env-name-invalid':
    '“{name}” is not the name of an environment variable: letters, digits, “_”, “-” and “.”, not beginning with a digit.',
  'diagnostic.exit-handler-inside-group':
    'An exit handler can only stand at the top of a pipeline, not inside another group.',
  'diagnostic.exit-task-depends': 'The exit task “{task}” cannot take outputs of other tasks or run after them.',
  'diagnostic.exit-task-elsewhere':
    'The exit task “{task}” must stand beside its exit handler, not inside it or in another group.',
  'diagnostic.exit-task-importer': 'An exit task must run a component or a pipeline; “{task}” imports an artifact.',
  'diagnostic.exit-task-missing': 'The exit handler has no exit task.',
  'diagnostic.exit-task-shared': '“{task}” is already the exit task of another exit handler.',
  'diagnostic.exit-task-used':
    '“{task}” is an exit task: it runs last, so nothing can use its outputs or run after it.',
  'diagnostic.field-path-empty': 'The environment variable “{name}” names no field of the pod.',
  'diagnostic.final-status-input': 'The input “{input}” has a type that only exit tasks can take.',
  'diagnostic.final-status-needs-one-upstream': '“{task}” takes a final status, so it must wait for exactly one task.',
  'diagnostic.final-status-outside-exit':
    'The input “{port}” takes the final status of a pipeline: “{task}” must be an exit task.',
  'diagnostic.graph-after':
    '“{task}” waits for another task without taking anything from it. A graph component has no place for that.',
  'diagnostic.graph-argument':
    'The value of “{port}” of “{task}” is neither a constant, an input nor a task’s output. A graph component takes only those.',
  'diagnostic.graph-compiled-component':
    '“{task}” runs a compiled component with something that the older form of components has no like for.',
  'diagnostic.graph-condition':
    'The condition of “{name}” is not a comparison of inputs, outputs and values. A graph component takes only those.',
  'diagnostic.graph-group': '“{name}” is a loop or an exit handler. A graph component has neither.',
  'diagnostic.graph-importer': '“{task}” is an importer. A graph component has none.',
  'diagnostic.graph-one-of':
    'The output “{output}” of “{name}” takes the value of whichever branch ran. A graph component has no such output.',
  'diagnostic.graph-option': 'The setting “{option}” of “{task}” is left out: a graph component has no place for it.',
  'diagnostic.graph-output': 'The output “{output}” is fed by something that a graph component cannot name.',
  'diagnostic.graph-setting': 'The pipeline setting “{option}” is left out: a graph component has no place for it.',
  'diagnostic.group-name-invalid':
    '“{name}” is not a name of a group or branch: lower-case letters, digits and single “-”.',
  'diagnostic.group-without-branches': '“{group}” has no branches.',
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
  'diagnostic.loop-field-invalid':
    '“{name}” cannot be a field of a loop’s item: letters, digits and “_”, not beginning with a digit.',
  'diagnostic.loop-field-missing': 'The items of the loop “{loop}” have no field “{name}”.',
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
  'diagnostic.one-of-branch-twice': 'The output “{output}” takes two outputs of one branch; “{task}” is one too many.',
  'diagnostic.one-of-duplicate': 'Two outputs of the branches are named “{output}”.',
  'diagnostic.one-of-in-setting': 'A setting cannot take the value of whichever branch ran.',
  'diagnostic.one-of-in-text':
    'The text for “{port}” contains the value of whichever branch ran. KFP cannot put that inside text.',
  'diagnostic.one-of-needs-else':
    'The output “{output}” takes the value of whichever branch ran, so there must be an Else branch.',
  'diagnostic.one-of-needs-every-branch': 'The output “{output}” needs one task output of each branch.',
  'diagnostic.one-of-source-elsewhere':
    'The output “{output}” takes tasks that stand directly in a branch; “{task}” does not.',
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
  'diagnostic.root-user-refused': 'User 0 is root, but the container must not run as root.',
  'diagnostic.secret-in-file':
    'The value of “{port}” looks like a secret and would be kept in the file. Use a pipeline input.',
  'diagnostic.security-context-empty':
    'The security context says nothing. Set a user, a group or “not as root”, or clear it.',
  'diagnostic.selector-values-invalid': 'The operator {operator} for “{key}” has the wrong number or kind of values.',
  'diagnostic.setting-needs-container': 'The setting “{option}” only works for tasks that run a container.',
  'diagnostic.setting-not-passed-through':
    'The component takes the settings of the task over itself, but not “{option}”.',
  'diagnostic.setting-takes-input':
    'A reference here needs an input “{port}” of its own, but the component has one of that name.',
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
  'diagnostic.topology-key-missing':
    'A rule about neighbouring pods needs a topology key, such as kubernetes.io/hostname.',
  'diagnostic.unknown-argument': '“{task}” has no input “{port}”.',
  'diagnostic.unknown-output': '“{task}” has no output “{output}”.',
  'diagnostic.unknown-pipeline-input': 'The pipeline has no input “{input}”.',
  'diagnostic.unknown-task': 'There is no task “{name}”.',
  'diagnostic.unused-input': 'Nothing uses the input “{input}”.',
  'diagnostic.upload-too-large':
    'The compiled pipeline is {size} MiB; the KFP server takes {limit} MiB at most. Move large embedded data out of it.',
  'diagnostic.user-id-invalid': '{value} is not a user or group number. Write a whole number, 0 or more.',
  'diagnostic.volume-name-invalid': '“{name}” is not a volume name: lower-case letters, digits and “-”, at most 63.',
  'diagnostic.volume-name-taken': 'Two volumes are named “{name}”.',
  'diagnostic.workspace-not-set':
    '“{task}” uses the workspace, but the pipeline has none. Set its size in the pipeline settings.',
  'diagnostic.workspace-patch-unknown': '“{name}” is not a field of a volume claim. The KFP server refuses it.',
  'diagnostic.workspace-size-invalid': '“{value}” is not a size for the workspace, such as 10Gi.',

  'fix.add-else': 'Add an Else branch to “{group}”',
  'fix.add-pipeline-input': 'Make “{port}” an input of the pipeline',
  'fix.begin-one-of': 'Begin an output of “{group}” for whichever branch ran',
  'fix.clear-exit-task': 'Let “{group}” have no exit task',
  'fix.clear-input-default': 'Take the default of “{input}” away',
  'fix.clear-option': 'Clear the setting “{option}”',
  'fix.clear-parallelism': 'Do not limit parallel runs',
  'fix.clear-platform-setting': 'Clear the setting “{setting}” of the pipeline',
  'fix.collect-results': 'Collect the results of “{task}” as a list',
  'fix.declare-input': 'Add the input “{input}” to the pipeline',
  'fix.remove-after': 'Do not wait for “{upstream}”',
  'fix.remove-argument': 'Unset “{port}”',
  'fix.remove-branch': 'Remove the branch “{name}”',
  'fix.remove-group': 'Remove the group',
  'fix.remove-input': 'Remove the input “{input}”',
  'fix.remove-one-of': 'Remove the output “{output}” of the branches',
  'fix.remove-output': 'Remove the output “{output}”',
  'fix.rename-input': 'Rename the input to “{name}”',
  'fix.rename-output': 'Rename the output to “{name}”',
  'fix.rename-pipeline': 'Rename the pipeline to “{name}”',
  'fix.rename-task': 'Rename the task to “{name}”',
  'fix.retype-component-inputs': 'Use a copy of the component in which {inputs} take {type}',
  'fix.set-argument-value': 'Use {value}',
  'fix.set-condition-value': 'Compare with {value}',
  'fix.set-input-default': 'Use {value} as the default',
  'fix.set-workspace': 'Give the pipeline a workspace of {size}',
  'fix.surface-one-of': 'Take the value of whichever branch of “{group}” ran',
  'fix.use-loop-item': 'Use the item of the loop “{loop}”',
  'fix.use-loop-list': 'Use the whole list of the loop “{loop}”',
  'fix.use-plain-output': 'Use the output of “{task}” itself',
};

import { YAML_PROBLEM_WORDS } from '../yaml/yaml-problem-words.ts';
import type { SentenceTable } from './sentence.ts';

const YAML_SENTENCES: SentenceTable = Object.fromEntries(
  Object.entries(YAML_PROBLEM_WORDS.en).map(([code, sentence]) => [`component.yaml-${code}`, sentence]),
);

/** English sentences about component files. */
export const COMPONENT_EN: SentenceTable = {
  ...YAML_SENTENCES,
  'component.unknown-key-top': 'KFP does not know the key “{key}” in a component.',
  'component.unknown-key': 'KFP does not know the key “{key}” in {where}.',
  'component.missing-key': 'The key “{key}” is missing in {where}.',
  'component.key-not-text': 'YAML does not read the key “{key}” in {where} as text. Put it in quotes.',
  'component.not-map': '{where} must be a map of keys and values, not {found}.',
  'component.not-list': '{where} must be a list, not {found}.',
  'component.not-text': '{where} must be text, not {found}. Put it in quotes if it is meant as text.',
  'component.not-flag': '{where} must be true or false, not {found}.',
  'component.no-implementation': 'The component has no implementation.',
  'component.implementation-shape':
    'The implementation must be exactly one “container” (or, for a pipeline, one “graph”).',
  'component.duplicate-input': 'Two inputs are called “{name}”.',
  'component.duplicate-output': 'Two outputs are called “{name}”.',
  'component.file-output-unknown': 'fileOutputs names “{name}”, which is not an output of the component.',
  'component.argument-not-text':
    '{where} must be text or a placeholder, not {found}. Put numbers and true/false in quotes.',
  'component.placeholder-keys': 'The placeholder in {where} must have exactly one key: {found}.',
  'component.placeholder-unknown': 'KFP does not know the placeholder “{placeholder}” in {where}.',
  'component.placeholder-unsupported': 'KFP 2 cannot use the placeholder “{placeholder}” in {where}.',
  'component.is-present-alone': '“{placeholder}” in {where} can only stand in the condition of an “if”.',
  'component.executor-input-value': '“executorInput” in {where} takes no value.',
  'component.condition-unsupported': 'KFP 2 understands only “isPresent” as the condition in {where}, not {found}.',
  'component.else-placeholder': 'KFP cannot read a single placeholder in {where}. Put it in a list.',
  'component.if-lists-in-concat': 'An “if” inside “concat” must have single values, not lists, in “then” and “else”.',
  'component.unknown-input': '{placeholder} names the input “{name}”, which the component does not have.',
  'component.unknown-output': '{placeholder} names the output “{name}”, which the component does not have.',
  'component.type-list': '{where} is a list. KFP cannot read a list as a type.',
  'component.type-not-text': '{where} must be the name of a type, not {found}.',
  'component.type-google':
    '“{type}” of “{port}” begins like a Google type but has no dot. KFP refuses it; choose another name.',
  'component.type-empty': 'The type of “{port}” is an empty map. Give it a name.',
  'component.default-not-scalar':
    'The default of “{input}” must be text, a number, true or false, not {found}. Write lists and maps as JSON in quotes.',
  'component.default-not-integer': 'The default of “{input}” must be a whole number, not {value}.',
  'component.default-not-number': 'The default of “{input}” must be a number, not {value}.',
  'component.default-not-finite':
    'The default of “{input}” cannot be written into a pipeline: {value} is no finite number.',
  'component.default-not-truth': 'The default of “{input}” must be true or false, not {value}.',
  'component.default-not-text': 'The default of “{input}” must be text, not {value}. Put it in quotes.',
  'component.value-of-artifact':
    '“{port}” is used by its value, but its type makes it an artifact ({type}). Give it a parameter type such as String.',
  'component.path-of-parameter':
    '“{port}” is used as a file, but its type makes it a parameter ({type}). Use inputValue, or an artifact type.',
  'component.uri-of-parameter':
    '“{port}” is used by its address, but its type makes it a parameter ({type}). Use inputValue, or an artifact type.',
  'component.output-uri-of-parameter':
    'The output “{port}” is used by its address, but its type makes it a parameter ({type}). Use outputPath, or an artifact type.',
  'component.port-name': '“{name}” becomes “{id}” in KFP, where names must begin with a letter. Choose another name.',
  'component.inputs-collide':
    'The inputs “{first}” and “{second}” are both called “{id}” in KFP, which keeps only the second.',
  'component.outputs-collide':
    'The outputs “{first}” and “{second}” are both called “{id}” in KFP, which keeps only the second.',
  'component.name-unusable-alone':
    'The name “{name}” leaves nothing that KFP can use as a pipeline’s name. Tasks work, but the component cannot be compiled alone.',
  'component.type-not-recognised':
    'KFP does not recognise “{type}” of “{port}” in this kind of file and takes it for a plain artifact. Write only the last part of the name.',
  'component.default-dropped': '“{input}” is an artifact, so KFP drops its default {value}.',
  'component.default-not-json': 'The default {value} of “{input}” is not JSON of its type, so KFP keeps it as it is.',
  'component.file-outputs-ignored': 'KFP 2 ignores fileOutputs, so nothing will write “{port}”. Use outputPath.',
  'component.output-path-mismatch':
    'The type of “{port}” makes it an artifact, but KFP gives outputPath the place of a parameter. Write the type’s plain name.',
  'component.documents-v1': 'The file holds {count} YAML documents; a component is one.',
  'component.documents-ir': 'The file holds {count} YAML documents; compiled components have one or two.',
  'component.ir-no-name': 'pipelineInfo has no name.',
  'component.ir-no-root': 'The key “{key}” is missing.',
  'component.ir-no-image': 'The container has no image.',
  'component.ir-importer': 'KFP cannot load an importer as a component. Use the importer of the editor.',
  'component.ir-unknown-type': 'KFP does not know the type “{type}” of “{port}”.',
  'component.ir-artifact-type':
    'The artifact type “{type}” of “{port}” is not one KFP can load: it must be system.X or google.X with a version of three numbers.',
  'component.empty-file': 'The file is empty.',
  'component.pipeline-ir': 'This is a compiled pipeline, not a component. Open it to see it drawn.',
  'component.pipewright-pipeline': 'This is a pipeline of this editor, not a component.',
  'component.graph-component':
    'This is a pipeline, not a component: it is made of other components (a graph). KFP 2 cannot load it as a component.',
  'component.argo-workflow': 'This is an Argo workflow, not a component.',
  'component.kfp-manifest': 'This is a Kubernetes manifest of a pipeline, not a component.',
  'component.other-yaml': 'This is not a component: it has no implementation.',
  'component.scan-limit':
    'Not everything below {folder} is looked at: the limit is {entries} files and folders, {depth} levels deep.',
  'component.scan-too-many-files': 'Only the first {limit} YAML files below {folder} are read.',
  'component.scan-file-too-large': '{file} is larger than {limit} MB and is not read.',
  'component.scan-missing': 'The catalog folder {folder} does not exist or cannot be read.',
  'component.file-unreadable': 'The file cannot be read ({reason}).',
  'component.file-not-text': 'The file is not UTF-8 text.',
  'component.fix.retype-inputs': 'Make a copy with parameter types',
};

import type { SentenceTable } from './sentence.ts';

/** Problems in a pipeline file and reasons it cannot be opened (`file.<code>`). */
export const fileEnglish: SentenceTable = {
  'file.syntax': 'This part is not valid YAML and was left out: {reason}.',
  'file.extra-document': 'Only the first YAML document of the file was read. Move what follows to a file of its own.',
  'file.unknown-field': 'The field “{field}” has no meaning here. It is kept as long as its entry stays.',
  'file.invalid-value': '“{field}” cannot be read. Expected: {expected}.',
  'file.invalid-argument':
    'The argument “{name}” cannot be read. Write a value, or one of input, from, item, collected, oneOf, text, template, value.',
  'file.empty-argument': 'The argument “{name}” has no value and counts as unset. For null write {value: null}.',
  'file.missing-target': 'The task says neither component, pipeline nor importer.',
  'file.missing-component': 'The component “{name}” is not among the components of the file.',
  'file.missing-pipeline': 'The sub-pipeline “{name}” is not among the pipelines of the file.',
  'file.missing-task': 'There is no task “{name}” in this pipeline.',
  'file.missing-group': 'There is no group “{name}” in this pipeline.',
  'file.missing-input': 'The pipeline has no input “{name}”.',
  'file.duplicate-name': 'The name “{name}” is used twice. References go to the first.',
  'file.unknown-type': '“{type}” is not a known type. It counts as Artifact.',
  'file.imprecise-number': 'The number {value} is too large to be kept exactly.',
  'file.stray-layout': 'There is nothing called “{name}” to be placed.',
  'file.too-large': 'The file has {megabytes} MB. Pipeline files of at most {limit} MB can be opened.',
  'file.binary': 'This is a binary file, not a pipeline.',
  'file.conflict-markers':
    'The file has unresolved merge conflicts (line {line}). Resolve them in a text editor and open it again.',
  'file.not-yaml': 'The file is not valid YAML (line {line}): {reason}.',
  'file.yaml-bomb': 'The file unfolds to far more data than a pipeline can have, and was not opened.',
  'file.too-deep': 'The file is nested too deeply to be read.',
  'file.not-a-pipeline': 'This YAML file is not a Pipewright pipeline (found: {found}).',
  'file.not-a-fragment': 'The clipboard holds no tasks of a pipeline.',
  'file.newer-version': 'The file was written by a newer version. It is opened read-only, so that nothing is lost.',
};

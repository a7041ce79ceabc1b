import type { SentenceTable } from './sentence.ts';

/** Sentences of what cannot be written as KFP's Python DSL (`diagnostic.python-<what>`). */
export const pythonEnglish: SentenceTable = {
  'diagnostic.python-cache-key': 'The key of the cache is taken from elsewhere, which Python has no way to write.',
  'diagnostic.python-channel-text':
    'The text for “{port}” contains “{{channel:”, which the SDK would take for a reference.',
  'diagnostic.python-description':
    'The description of “{name}” would not be the same after Python read it: it needs plain lines without space around them.',
  'diagnostic.python-empty-group': '“{name}” holds no task, which Python cannot write.',
  'diagnostic.python-group-name':
    'The shown name “{name}” is left out: the SDK names each branch, not all of them together.',
  'diagnostic.python-ignored-failure':
    '“{task}” runs even when the task before it failed. The SDK then wants a value for every input, also for “{port}”.',
  'diagnostic.python-importer-name':
    'The SDK calls importers “importer”, “importer-2” and so on, so “{name}” will be called otherwise.',
  'diagnostic.python-input-name':
    '“{name}” cannot be the name of an input in Python: letters, digits and “_”, and no word of the language.',
  'diagnostic.python-loop-field': 'The SDK cannot repeat over items with a field named “{name}”.',
  'diagnostic.python-loop-type':
    'The items have a type that Python can only give to a list that is an input of the pipeline.',
  'diagnostic.python-optional':
    'The input “{name}” has a default, so the SDK marks it as optional; this file does not.',
  'diagnostic.python-output-name':
    '“{name}” cannot be the name of an output in Python: letters, digits and “_”, beginning with a letter, and no word of the language.',
  'diagnostic.python-pipeline-name': 'The SDK writes the name “{name}” as “{given}”.',
  'diagnostic.python-port-descriptions':
    'The SDK drops the descriptions of the inputs and outputs of “{component}” when it loads it.',
  'diagnostic.python-raw-condition': 'The condition “{text}” is kept as it was read. Python has no way to write it.',
  'diagnostic.python-reference-in-text':
    'Collected and one-of outputs cannot stand inside text or a setting in Python. Pass them as they are.',
  'diagnostic.python-setting': 'The SDK has no way to write the setting “{option}” as it is here.',
  'diagnostic.python-type': '“{name}” has a type that a pipeline in Python cannot have.',
  'diagnostic.python-resource-in-group': 'The SDK does not pass references in resources on to tasks inside groups.',
  'diagnostic.python-importer-text':
    'The SDK takes an address made of text and references as it is written, with the references unread.',
  'diagnostic.python-collected-loop': 'The SDK cannot repeat over collected outputs.',
  'diagnostic.python-null': 'The value for “{port}” holds null, which the SDK does not take.',
  'diagnostic.python-self-input': 'An input named “self” cannot be given in Python.',
  'diagnostic.python-loop-over-item': 'The SDK cannot repeat over the item of another loop, only over a field of it.',
  'diagnostic.python-unused-item':
    'The SDK passes lists on to loops inside groups only where a task takes the item; no task in “{loop}” does.',
  'diagnostic.python-field-in-text':
    'The SDK loses fields of loop items inside text and settings. Pass the field as it is.',
};

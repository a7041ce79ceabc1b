import { CANVAS_FILES } from './canvas-files.ts';

/** A component with an input of every type. */
const EVERY_TYPE = [
  'name: Every type',
  'inputs:',
  '- {name: words, type: String, default: hello}',
  '- {name: count, type: Integer, default: "3"}',
  '- {name: rate, type: Float, optional: true}',
  '- {name: verbose, type: Boolean, default: "true"}',
  '- {name: names, type: JsonArray, optional: true}',
  '- {name: config, type: JsonObject, optional: true}',
  '- {name: table, type: Dataset}',
  'outputs:',
  '- {name: out, type: Dataset}',
  'implementation:',
  '  container:',
  '    image: python:3.12-slim',
  '    command: [python3, -c, "print(1)", {inputValue: words}, {inputValue: count}, {inputPath: table}, {outputPath: out}]',
  '',
].join('\n');

/** Three small components and one with every type, and an empty pipeline with one input. */
export const INSPECTOR_FILES: Readonly<Record<string, string>> = {
  ...CANVAS_FILES,
  'components/every.component.yaml': EVERY_TYPE,
};

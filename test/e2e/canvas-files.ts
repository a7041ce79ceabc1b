/** A component with inputs and outputs of the given types, as the text of its file. */
export function componentText(
  name: string,
  inputs: Readonly<Record<string, string>>,
  outputs: Readonly<Record<string, string>>,
): string {
  const isArtifact = (type: string): boolean => type === 'Dataset' || type === 'Model';
  const args = [
    ...Object.entries(inputs).map(([id, type]) => `{${isArtifact(type) ? 'inputPath' : 'inputValue'}: ${id}}`),
    ...Object.keys(outputs).map((id) => `{outputPath: ${id}}`),
  ];
  return [
    `name: ${name}`,
    'inputs:',
    ...Object.entries(inputs).map(([id, type]) => `- {name: ${id}, type: ${type}, optional: true}`),
    'outputs:',
    ...Object.entries(outputs).map(([id, type]) => `- {name: ${id}, type: ${type}}`),
    'implementation:',
    '  container:',
    '    image: python:3.12-slim',
    `    command: [python3, -c, "print(1)", ${args.join(', ')}]`,
    '',
  ].join('\n');
}

/** Three components that pass tables and numbers, and an empty pipeline. */
export const CANVAS_FILES: Readonly<Record<string, string>> = {
  'components/make.component.yaml': componentText(
    'Make table',
    { rows: 'Integer' },
    { table: 'Dataset', count: 'Integer' },
  ),
  'components/clean.component.yaml': componentText(
    'Clean table',
    { table: 'Dataset', title: 'String' },
    { cleaned: 'Dataset' },
  ),
  'components/train.component.yaml': componentText(
    'Train model',
    { table: 'Dataset', rate: 'Float' },
    { model: 'Model' },
  ),
  'drawing.pipeline.yaml': [
    'apiVersion: pipewright.dev/v1',
    'kind: Pipeline',
    'metadata:',
    '  name: drawing',
    'inputs:',
    '  rows: {type: Integer, default: 5}',
    '',
  ].join('\n'),
};

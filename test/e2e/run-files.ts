/** A task that runs a shell script; its inputs are `$0`, `$1`, …, its outputs follow as paths. */
export interface ShellTask {
  readonly script: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  /** By input: how the task's argument is written in the file. */
  readonly arguments?: Readonly<Record<string, string>>;
  readonly after?: readonly string[];
  /** Another program than `sh`. */
  readonly program?: string;
}

/** A pipeline file of tasks that run scripts, with inputs as they are written in the file. */
export function shellPipeline(
  name: string,
  tasks: Readonly<Record<string, ShellTask>>,
  inputs: Readonly<Record<string, string>> = {},
  outputs: Readonly<Record<string, string>> = {},
): string {
  const entries = Object.entries(tasks);
  return [
    'apiVersion: pipewright.dev/v1',
    'kind: Pipeline',
    `metadata: {name: ${name}}`,
    ...section(
      'inputs',
      Object.entries(inputs).map(([input, text]) => `  ${input}: ${text}`),
    ),
    ...section(
      'outputs',
      Object.entries(outputs).map(([output, text]) => `  ${output}: ${text}`),
    ),
    'tasks:',
    ...entries.flatMap(([task, each], index) => taskLines(task, each, index)),
    'components:',
    ...entries.flatMap(([task, each], index) => componentLines(task, each, index)),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}

function taskLines(name: string, task: ShellTask, index: number): readonly string[] {
  const given = Object.entries(task.arguments ?? {}).map(([input, text]) => `      ${input}: ${text}`);
  return [
    `  ${name}:`,
    `    component: ${keyOf(name, index)}`,
    ...(given.length === 0 ? [] : ['    arguments:', ...given]),
    ...(task.after === undefined ? [] : [`    after: [${task.after.join(', ')}]`]),
  ];
}

function componentLines(name: string, task: ShellTask, index: number): readonly string[] {
  const ports = (ports: Readonly<Record<string, string>> = {}): string =>
    Object.entries(ports)
      .map(([port, type]) => `{name: ${port}, type: ${type}}`)
      .join(', ');
  const parts = [
    ...Object.entries(task.inputs ?? {}).map(
      ([port, type]) => `{${type === 'Dataset' ? 'inputPath' : 'inputValue'}: ${port}}`,
    ),
    ...Object.keys(task.outputs ?? {}).map((port) => `{outputPath: ${port}}`),
  ];
  const command = [task.program ?? 'sh', '-c', JSON.stringify(task.script), ...parts].join(', ');
  return [
    `  ${keyOf(name, index)}:`,
    '    spec:',
    `      name: ${name}`,
    `      inputs: [${ports(task.inputs)}]`,
    `      outputs: [${ports(task.outputs)}]`,
    '      implementation:',
    `        container: {image: "alpine:3", command: [${command}]}`,
  ];
}

function keyOf(name: string, index: number): string {
  return `${name}@${String(index).padStart(12, '0')}`;
}

import type { TreeMap } from '../../catalog/tree.ts';
import { sanitisePortName } from '../../model/sanitise-names.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';

/** A notebook or script with what it needs and gives. */
export interface GenericProgram {
  readonly label: string;
  readonly file: string;
  readonly image: string;
  /** Pipeline parameters that it wants as variables, with their v1 types. */
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  /** Files of programs before it. */
  readonly inputFiles: readonly string[];
  readonly outputFiles: readonly string[];
}

/** The id of the port that carries a file. */
export function filePort(file: string): string {
  return `file_${sanitisePortName(file) || 'x'}`;
}

/**
 * A component that runs a program as Elyra does, with artifacts where Elyra has an object store: parameters as
 * variables, notebooks by papermill, files of programs before it in place, its own files handed on. Elyra: `bootstrapper.py`.
 */
export function genericComponent(program: GenericProgram): TreeMap {
  const { parameters, inputFiles, outputFiles } = program;
  const args: YamlTree[] = [];
  const argument = (value: YamlTree): string => `"\${${args.push(value)}}"`;
  const script = [
    'cd "$(dirname "$0")"',
    ...parameters.map(({ name }) => `export ${name}=${argument({ inputValue: name })}`),
    ...inputFiles.map((file) => copy(argument({ inputPath: filePort(file) }), argument(file))),
    runLine(program.file),
    ...outputFiles.map((file) => copy(argument(file), argument({ outputPath: filePort(file) }))),
  ].join('\n');
  return {
    name: program.label,
    ...ports('inputs', [
      ...parameters.map(({ name, type }) => ({ name, type })),
      ...inputFiles.map((file) => ({ name: filePort(file), type: 'Artifact', description: file })),
    ]),
    ...ports(
      'outputs',
      outputFiles.map((file) => ({ name: filePort(file), type: 'Artifact', description: file })),
    ),
    implementation: {
      container: {
        image: program.image,
        command: ['sh', '-ec', `${script}\n`, program.file],
        ...(args.length === 0 ? {} : { args }),
      },
    },
  };
}

function ports(field: string, list: readonly YamlTree[]): TreeMap {
  return list.length === 0 ? {} : { [field]: list };
}

/** Every program runs in the folder it stands in, where its files are looked for. */
function runLine(file: string): string {
  const program = '"$(basename "$0")"';
  if (/\.ipynb$/i.test(file)) return `python3 -m papermill ${program} "$(basename "$0" .ipynb)-output.ipynb"`;
  return /\.r$/i.test(file) ? `Rscript ${program}` : `python3 ${program}`;
}

function copy(from: string, to: string): string {
  return `mkdir -p "$(dirname ${to})" && cp -r ${from} ${to}`;
}

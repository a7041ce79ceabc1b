import { digestOfText } from '../../catalog/digest.ts';
import type { ComponentSpec, ContainerExecutor } from '../../compile/kfp/ir.ts';
import { componentKeyOf } from '../../model/component-key.ts';
import type { ComponentRecord } from '../../model/document.ts';
import { writePythonYaml } from '../../yaml/write-python-yaml.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { componentOutputs, componentWiring } from './component-wiring.ts';
import { plainFloats } from './plain-floats.ts';
import type { Reading } from './reading.ts';

/** KFP SDK: the image of Python components, for a component whose own image only comes when the pipeline runs. */
const DEFAULT_IMAGE = 'python:3.11';

/**
 * Makes a component of its own of an IR component and its container: the IR that compiling it alone would give.
 * Settings that belong to the task (resources, variables, an image given by reference) are left out.
 */
export function readComponent(
  reading: Reading,
  name: string,
  component: ComponentSpec,
  container: ContainerExecutor,
): ComponentRecord {
  const { executorLabel: _label, ...ports } = component;
  const { resources: _resources, env: _env, ...program } = container;
  const image = program.image.includes('{{') ? DEFAULT_IMAGE : program.image;
  // Every task has a copy of its component; the copies are told from each other once.
  const content = JSON.stringify([ports, { ...program, image }]);
  const known = reading.componentsByContent.get(content) ?? makeComponent(reading, name, ports, { ...program, image });
  reading.componentsByContent.set(content, known);
  return known;
}

type Ports = Omit<ComponentSpec, 'executorLabel'>;

function makeComponent(reading: Reading, name: string, ports: Ports, program: ContainerExecutor): ComponentRecord {
  const key = `comp-${name}`;
  const label = `exec-${name}`;
  const outputs = componentOutputs(name, ports.outputDefinitions);
  const wiring = componentWiring(ports.inputDefinitions);
  const task = {
    cachingOptions: { enableCache: true },
    componentRef: { name: key },
    ...(wiring === undefined ? {} : { inputs: wiring }),
    taskInfo: { name },
  };
  const spec = plainFloats({
    components: { [key]: { executorLabel: label, ...ports } },
    deploymentSpec: { executors: { [label]: { container: program } } },
    pipelineInfo: { name },
    root: { dag: { ...(outputs === undefined ? {} : { outputs }), tasks: { [name]: task } }, ...ports },
    schemaVersion: reading.index.spec.schemaVersion,
    sdkVersion: reading.index.spec.sdkVersion ?? '',
  } as unknown as YamlTree);
  const record = { key: componentKeyOf(name, digestOfText(writePythonYaml(spec))), spec };
  const known = reading.components.get(record.key);
  if (known === undefined) reading.components.set(record.key, record);
  return known ?? record;
}

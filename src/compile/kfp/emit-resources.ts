import { pythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';
import type { PlannedResources, PlannedText } from '../plan/plan.ts';
import type { ContainerResources } from './ir.ts';

/** KFP SDK: `kfp.dsl.constants`: factors of the memory units. */
const MEMORY_FACTORS: { readonly [unit: string]: number } = {
  E: 1e18,
  Ei: 2 ** 60,
  P: 1e15,
  Pi: 2 ** 50,
  T: 1e12,
  Ti: 2 ** 40,
  G: 1e9,
  Gi: 2 ** 30,
  M: 1e6,
  Mi: 2 ** 20,
  K: 1e3,
  Ki: 2 ** 10,
};

/** The resources of a container: for constants the deprecated number is written beside the text. */
export function emitResources(resources: PlannedResources): ContainerResources | undefined {
  const accelerator = emitAccelerator(resources.acceleratorType, resources.acceleratorCount);
  const emitted: ContainerResources = {
    ...(accelerator === undefined ? {} : { accelerator }),
    ...emitQuantity('cpuLimit', 'resourceCpuLimit', resources.cpuLimit, coresOf),
    ...emitQuantity('cpuRequest', 'resourceCpuRequest', resources.cpuRequest, coresOf),
    ...emitQuantity('memoryLimit', 'resourceMemoryLimit', resources.memoryLimit, gigabytesOf),
    ...emitQuantity('memoryRequest', 'resourceMemoryRequest', resources.memoryRequest, gigabytesOf),
  };
  return Object.keys(emitted).length === 0 ? undefined : emitted;
}

function emitQuantity(
  deprecated: string,
  field: string,
  value: PlannedText | undefined,
  numberOf: (text: string) => number,
): { readonly [field: string]: YamlTree } {
  if (value === undefined) return {};
  const number = value.isConstant ? numberOf(value.text) : 0;
  return { ...(number === 0 ? {} : { [deprecated]: pythonFloat(number) }), [field]: value.text };
}

function coresOf(text: string): number {
  return text.endsWith('m') ? Number(text.slice(0, -1)) / 1000 : Number(text);
}

/** KFP SDK: `_memory_to_float`, in units of 10⁹ bytes. */
function gigabytesOf(text: string): number {
  const unit = /[A-Za-z]+$/.exec(text)?.[0];
  if (unit === undefined) return Number(text) / 1e9;
  return (Number(text.slice(0, -unit.length)) * (MEMORY_FACTORS[unit] ?? 1)) / 1e9;
}

/** KFP SDK: a type alone means one of it. */
function emitAccelerator(
  type: PlannedText | undefined,
  count: PlannedText | undefined,
): ContainerResources['accelerator'] {
  const number = count ?? (type === undefined ? undefined : { text: '1', isConstant: true });
  if (number === undefined) return undefined;
  return {
    ...(number.isConstant ? { count: number.text } : {}),
    resourceCount: number.text,
    ...(type === undefined ? {} : { resourceType: type.text }),
    ...(type?.isConstant === true ? { type: type.text } : {}),
  };
}

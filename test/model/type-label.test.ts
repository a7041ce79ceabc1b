import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParameterType, PortType } from '../../src/model/port-type.ts';
import { parseTypeLabel, SYSTEM_ARTIFACT_NAMES, typeLabel } from '../../src/model/type-label.ts';

const PARAMETERS: readonly (readonly [ParameterType, string])[] = [
  ['STRING', 'String'],
  ['NUMBER_INTEGER', 'Integer'],
  ['NUMBER_DOUBLE', 'Float'],
  ['BOOLEAN', 'Boolean'],
  ['LIST', 'List'],
  ['STRUCT', 'Dict'],
  ['TASK_FINAL_STATUS', 'PipelineTaskFinalStatus'],
  ['TASK_CONFIG', 'TaskConfig'],
];

function artifact(schemaTitle: string, schemaVersion = '0.0.1', isList = false): PortType {
  return { kind: 'artifact', schemaTitle, schemaVersion, isList };
}

describe('type labels', () => {
  it.each(PARAMETERS)('%s is %s', (parameterType, label) => {
    expect(typeLabel({ kind: 'parameter', parameterType })).toBe(label);
    expect(parseTypeLabel(label)).toEqual({ kind: 'parameter', parameterType });
  });

  it.each([
    [artifact('system.Dataset'), 'Dataset'],
    [artifact('system.HTML'), 'HTML'],
    [artifact('system.Dataset', '0.0.1', true), 'List[Dataset]'],
    [artifact('system.Dataset', '1.2.0'), 'system.Dataset@1.2.0'],
    [artifact('system.Unheard'), 'system.Unheard@0.0.1'],
    [artifact('google.VertexModel'), 'google.VertexModel@0.0.1'],
    [artifact('google.VertexModel', '0.0.1', true), 'List[google.VertexModel@0.0.1]'],
    [artifact('Dataset'), 'Dataset@0.0.1'],
  ])('%j is %s', (type, label) => {
    expect(typeLabel(type)).toBe(label);
    expect(parseTypeLabel(label)).toEqual(type);
  });

  it.each(['', 'string', 'str', 'List[String]', 'List[', 'List[]', '@0.0.1', 'system.Dataset', 'CSV'])(
    'does not take %j for a label',
    (label) => {
      expect(parseTypeLabel(label)).toBeUndefined();
    },
  );

  it('reads back every artifact type', () => {
    const title = fc.oneof(
      fc.stringMatching(/^[a-z]{1,8}\.[A-Za-z]{1,12}$/),
      fc.constantFrom(...SYSTEM_ARTIFACT_NAMES).map((name) => `system.${name}`),
    );
    const version = fc.oneof(fc.constant('0.0.1'), fc.stringMatching(/^\d{1,2}\.\d{1,2}\.\d{1,2}$/));
    fc.assert(
      fc.property(title, version, fc.boolean(), (schemaTitle, schemaVersion, isList) => {
        const type = artifact(schemaTitle, schemaVersion, isList);
        expect(parseTypeLabel(typeLabel(type))).toEqual(type);
      }),
    );
  });
});

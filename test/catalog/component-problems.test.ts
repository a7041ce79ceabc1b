import { describe, expect, it } from 'vitest';
import type { ComponentProblem } from '../../src/catalog/component-description.ts';
import { loadComponent } from '../../src/catalog/load-component.ts';
import { COMPONENT_EN } from '../../src/words/component.en.ts';
import { fillSentence } from '../../src/words/sentence.ts';

const IMAGE = 'implementation:\n  container:\n    image: i\n';

/** Everything that is said about a text, as `code@line`. */
function findings(text: string): string[] {
  return problemsOf(text).map(({ code, line }) => (line === undefined ? code : `${code}@${line}`));
}

function problemsOf(text: string): readonly ComponentProblem[] {
  const loaded = loadComponent(text, { path: '/lib/demo/component.yaml' });
  if (loaded.status === 'ok') return [...loaded.description.problems, ...loaded.description.notes];
  return loaded.status === 'broken' ? loaded.problems : [loaded.problem];
}

describe('problems of a component file', () => {
  it.each([
    ['unknown top key', `colour: red\n${IMAGE}`, ['unknown-key-top@1']],
    ['unknown key of an input', `inputs:\n- name: a\n  typ: x\n${IMAGE}`, ['unknown-key@3']],
    [
      'every problem at once',
      `a: 1\nb: 2\ninputs: x\n${IMAGE}`,
      ['unknown-key-top@1', 'unknown-key-top@2', 'not-list@3'],
    ],
    ['missing name', `inputs:\n- type: x\n${IMAGE}`, ['missing-key@2']],
    ['number as text', `name: 5\n${IMAGE}`, ['not-text@1']],
    ['date as text', `description: 2020-01-01\n${IMAGE}`, ['not-text@1']],
    ['quoted date', `description: "2020-01-01"\n${IMAGE}`, []],
    ['date below its key', `description:\n  2020-01-01\n${IMAGE}`, ['not-text@1']],
    ['number as command', `${IMAGE}    command: [a, 5]\n`, ['argument-not-text@4']],
    ['number as environment', `${IMAGE}    env:\n      A: 5\n`, ['not-text@5']],
    ['key that is no text', `${IMAGE}    env:\n      yes: a\n`, ['key-not-text@5']],
    ['quoted key', `${IMAGE}    env:\n      "yes": a\n`, []],
    ['unknown placeholder', `${IMAGE}    args:\n    - {inputFoo: a}\n`, ['placeholder-unknown@5']],
    [
      'metadata placeholder',
      `inputs: [{name: a}]\n${IMAGE}    args:\n    - {inputMetadata: a}\n`,
      ['placeholder-unsupported@6'],
    ],
    ['unknown input', `${IMAGE}    args:\n    - x\n    - {inputValue: zz}\n`, ['unknown-input@6']],
    ['unknown output', `${IMAGE}    args: [{concat: [{outputPath: zz}]}]\n`, ['unknown-output@4']],
    ['duplicate input', `inputs:\n- {name: a}\n- {name: a}\n${IMAGE}`, ['duplicate-input@3']],
    ['bad default', `inputs:\n- name: a\n  type: Integer\n  default: "5.0"\n${IMAGE}`, ['default-not-integer@4']],
    ['list as type', `inputs:\n- name: a\n  type: [String]\n${IMAGE}`, ['type-list@3']],
    ['no image', 'implementation:\n  container: {}\n', ['missing-key@2']],
    ['no implementation', 'name: a\nimplementation:\n', ['no-implementation@2']],
    ['two documents', `${IMAGE}---\na: b\n`, ['documents-v1@5']],
    ['not YAML', 'name: a\nimplementation: [\n', ['yaml-syntax@3']],
    ['duplicate keys', `name: a\nname: b\n${IMAGE}`, ['yaml-duplicate-key@2']],
    ['value of an artifact', `inputs: [{name: a}]\n${IMAGE}    args: [{inputValue: a}]\n`, ['value-of-artifact@5']],
    [
      'used twice, said once',
      `inputs: [{name: a}]\n${IMAGE}    args: [{inputValue: a}, {inputValue: a}]\n`,
      ['value-of-artifact@5'],
    ],
    [
      'path of a parameter',
      `inputs: [{name: a, type: Dict}]\n${IMAGE}    args: [{inputPath: a}]\n`,
      ['path-of-parameter@5'],
    ],
    ['name that begins with a digit', `inputs: [{name: 9lives, type: String}]\n${IMAGE}`, ['port-name@1']],
    ['colliding names', `inputs:\n- {name: A b}\n- {name: a_b}\n${IMAGE}`, ['inputs-collide@3']],
    ['fileOutputs', `outputs: [{name: o}]\n${IMAGE}    fileOutputs: {o: /x}\n`, ['file-outputs-ignored@5']],
    ['bundled spelling', `inputs:\n- name: a\n  type: system.Model\n${IMAGE}`, ['type-not-recognised@3']],
    ['default of an artifact', `inputs: [{name: a, default: x}]\n${IMAGE}`, ['default-dropped@1']],
    ['default that is no JSON', `inputs: [{name: a, type: List, default: x}]\n${IMAGE}`, ['default-not-json@1']],
    [
      'outputPath of a defective type',
      `outputs: [{name: o, type: {JsonObject: {}}}]\n${IMAGE}    args: [{outputPath: o}]\n`,
      ['output-path-mismatch@1'],
    ],
    ['empty file', '', ['empty-file']],
    ['some other YAML', 'a: b\n', ['other-yaml']],
    ['a list', '- a\n', ['other-yaml']],
    ['pipeline of this editor', 'apiVersion: pipewright.dev/v1\nkind: Pipeline\n', ['pipewright-pipeline']],
    ['Argo', 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\n', ['argo-workflow']],
    ['KFP manifest', 'apiVersion: pipelines.kubeflow.org/v2beta1\nkind: PipelineVersion\n', ['kfp-manifest']],
  ])('%s', (_, text, expected) => {
    expect(findings(text)).toEqual(expected);
  });

  it('fills every place of its sentences', () => {
    const text = `inputs:\n- {name: a, typ: x}\n- {name: a, default: [1]}\n${IMAGE}    args: [{inputValue: zz}, 5, {isPresent: a}]\n`;
    const sentences = problemsOf(text).map(({ code, values }) =>
      fillSentence(COMPONENT_EN[`component.${code}`] ?? '', values, 'en'),
    );
    expect(sentences).toHaveLength(6);
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]/);
  });

  it('calls a nameless broken file after its folder or itself', () => {
    const nameAt = (path: string): unknown => loadComponent('implementation: x\n', { path });
    expect(nameAt('/lib/read_data/component.yaml')).toMatchObject({ name: 'read_data' });
    expect(nameAt('C:\\lib\\train.component.yaml')).toMatchObject({ name: 'train' });
    expect(nameAt('/lib/other.yml')).toMatchObject({ name: 'other' });
  });
});

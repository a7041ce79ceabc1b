import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FieldSpec, freshValue } from '../../../../renderer/panels/inspector/task/kubernetes/field-spec.ts';
import { KUBERNETES_FIELDS } from '../../../../renderer/panels/inspector/task/kubernetes/kubernetes-fields.ts';
import { withOption } from '../../../../renderer/panels/inspector/task/option-paths.ts';
import { parsePipelineFile } from '../../../../src/file/parse-file.ts';
import { printPipelineFile } from '../../../../src/file/print-file.ts';
import { setTaskOptions } from '../../../../src/model/edits/set-task-options.ts';
import type { TaskId } from '../../../../src/model/ids.ts';
import { smallDocument } from '../../../helpers/small-document.ts';

describe('a Kubernetes setting that is added', () => {
  it.each(KUBERNETES_FIELDS.map((spec) => [spec.key, spec] as const))('%s can be saved as it starts', (key, spec) => {
    const document = smallDocument({ tasks: [{}] });
    const options = withOption({}, `kubernetes.${key}`, freshValue(spec));
    const edited = setTaskOptions(document, 't1' as TaskId, options).document;
    const parsed = parsePipelineFile(printPipelineFile(edited));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value.diagnostics).toEqual([]);
    const [task] = parsed.value.document.tasks.values();
    expect(Object.keys(task?.options.kubernetes ?? {})).toEqual([key]);
  });
});

interface Schema {
  readonly properties?: { readonly [name: string]: Schema };
  readonly items?: Schema;
  readonly [other: string]: unknown;
}

const schemaFile = new URL('../../../../assets/schemas/pipeline.schema.json', import.meta.url);

function findKubernetes(schema: unknown): Schema | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  if ((schema as Schema).properties?.secretsAsEnv !== undefined) return schema as Schema;
  for (const inner of Object.values(schema)) {
    const found = findKubernetes(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The dotted names of everything that can be written. */
function namesOfSchema(schema: Schema, prefix = ''): readonly string[] {
  const { properties } = schema.items ?? schema;
  return Object.entries(properties ?? {}).flatMap(([name, inner]) => [
    `${prefix}${name}`,
    ...namesOfSchema(inner, `${prefix}${name}.`),
  ]);
}

function namesOfFields(fields: readonly FieldSpec[], prefix = ''): readonly string[] {
  return fields.flatMap((field) => [
    `${prefix}${field.key}`,
    ...('fields' in field ? namesOfFields(field.fields, `${prefix}${field.key}.`) : []),
  ]);
}

describe('the forms of the Kubernetes settings', () => {
  it('have a field for everything the file can say', () => {
    const schema = findKubernetes(JSON.parse(readFileSync(schemaFile, 'utf8')));
    // The pull policy stands beside the image; what is unknown is only shown; variables are a map in the file.
    const elsewhere = ['imagePullPolicy', 'unknown'];
    const written = namesOfSchema(schema ?? {}).filter((name) => !elsewhere.includes(name));
    const shown = namesOfFields(KUBERNETES_FIELDS).filter((name) => !name.startsWith('initContainers.env.'));
    expect(written.length).toBeGreaterThan(60);
    expect([...shown].sort()).toEqual([...written].sort());
  });
});

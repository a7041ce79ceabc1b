import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { printPipelineFile } from '../../src/file/print-file.ts';
import { pipelineFileSchema, pipelineJsonSchema } from '../../src/file/schema/pipeline-schema.ts';
import { arbitraryDocument } from '../helpers/arbitrary-document.ts';

const SCHEMA = new URL('../../assets/schemas/pipeline.schema.json', import.meta.url);

describe('the published schema', () => {
  it('is the one the code has (node tools/generate-schema.mjs)', () => {
    expect(JSON.parse(readFileSync(SCHEMA, 'utf8'))).toEqual(JSON.parse(JSON.stringify(pipelineJsonSchema())));
  });

  it('accepts every printed document', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const outcome = pipelineFileSchema.safeParse(parse(printPipelineFile(document)));
        expect(outcome.error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it.each([
    ['another version', { apiVersion: 'pipewright.dev/v2' }],
    ['an argument of no kind', { tasks: { a: { component: 'c@1', arguments: { x: { nonsense: 1 } } } } }],
    ['an output reference without a port', { tasks: { a: { component: 'c@1', arguments: { x: { from: 'a' } } } } }],
    ['a place of three numbers', { layout: { a: [1, 2, 3] } }],
    [
      'an unknown pull policy',
      { tasks: { a: { component: 'c@1', options: { kubernetes: { imagePullPolicy: 'Now' } } } } },
    ],
    ['a component without its specification', { components: { 'c@1': {} } }],
  ])('refuses %s', (_, change) => {
    const base = { apiVersion: 'pipewright.dev/v1', kind: 'Pipeline', metadata: { name: 'p' } };
    expect(pipelineFileSchema.safeParse(base).success).toBe(true);
    expect(pipelineFileSchema.safeParse({ ...base, ...change }).success).toBe(false);
  });
});

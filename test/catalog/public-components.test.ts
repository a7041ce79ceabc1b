import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadComponent } from '../../src/catalog/load-component.ts';
import { retypeComponent } from '../../src/catalog/retype-component.ts';
import { sanitisePortName } from '../../src/model/sanitise-names.ts';
import { CORPUS_MISSING, CORPUS_ROOT } from '../helpers/corpus.ts';
import { toIrContainer, toIrDefinitions } from './to-ir-component.ts';

interface PublicComponent {
  readonly path: string;
  readonly text: string;
  readonly loaded: boolean;
  readonly ir?: {
    readonly pipelineInfo: { readonly name: string };
    readonly components: { readonly [key: string]: object };
    readonly deploymentSpec: { readonly executors: { readonly [key: string]: { readonly container: object } } };
  };
  readonly error?: { readonly type: string; readonly message: string };
}

const rows = readRows();
const compiled = rows.filter((row) => row.ir !== undefined);
const refusedAtUse = rows.filter((row) => row.loaded && row.error !== undefined);
const graphs = rows.filter((row) => !row.loaded);

function readRows(): PublicComponent[] {
  if (CORPUS_MISSING !== undefined) {
    console.warn(`skipped: ${CORPUS_MISSING}`);
    return [];
  }
  const text = readFileSync(join(CORPUS_ROOT, 'reference/kfp-golden/v1_components_1.8.22.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PublicComponent);
}

function describedOf(row: PublicComponent, text = row.text) {
  const loaded = loadComponent(text, { path: row.path });
  if (loaded.status !== 'ok') throw new Error(`${row.path}: ${JSON.stringify(loaded)}`);
  return loaded.description;
}

describe.skipIf(CORPUS_MISSING !== undefined)('304 public v1 components', () => {
  it('are 185 good ones, 113 refused at use, 6 graphs', () => {
    expect([compiled.length, refusedAtUse.length, graphs.length]).toEqual([185, 113, 6]);
  });

  it('gives what the SDK compiles, without a problem', () => {
    for (const row of compiled) {
      const description = describedOf(row);
      const ir = row.ir as NonNullable<PublicComponent['ir']>;
      const { executorLabel, ...definitions } = ir.components[`comp-${description.name}`] as { executorLabel: string };
      expect(description.problems, row.path).toEqual([]);
      expect(description.name).toBe(ir.pipelineInfo.name);
      expect(toIrDefinitions(description), row.path).toEqual(definitions);
      expect(toIrContainer(description), row.path).toEqual(ir.deploymentSpec.executors[executorLabel]?.container);
    }
  });

  it('lists what the SDK refuses at use, each with its place', () => {
    for (const row of refusedAtUse) {
      const { problems, inputs } = describedOf(row);
      const [, id = '', placeholder = ''] =
        /^Input "(.*)" with type .* with (\w+)\.$/.exec(row.error?.message ?? '') ?? [];
      const code = placeholder === 'InputValuePlaceholder' ? 'value-of-artifact' : 'path-of-parameter';
      const same = problems.find((problem) => sanitisePortName(String(problem.values.port)) === id);
      expect(same, row.path).toMatchObject({ code, line: expect.any(Number) });
      expect(inputs.some((input) => input.id === id)).toBe(true);
      for (const problem of problems) expect(['value-of-artifact', 'path-of-parameter']).toContain(problem.code);
    }
  });

  it('points at the lines where the inputs are used', () => {
    for (const row of refusedAtUse) {
      const lines = row.text.split('\n');
      for (const problem of describedOf(row).problems) {
        const line = lines[(problem.line ?? 0) - 1] ?? '';
        expect(line, row.path).toMatch(/inputValue|inputPath/);
      }
    }
  });

  it('mends the components that only have a type KFP does not know', () => {
    const mendable = refusedAtUse.filter((row) => row.error?.message.includes('InputValuePlaceholder') === true);
    expect(mendable).toHaveLength(109);
    for (const row of mendable) {
      const { problems } = describedOf(row);
      const inputs = problems[0]?.fix?.inputs ?? [];
      expect(inputs.map(({ name }) => name)).toEqual(problems.map((problem) => problem.values.port));
      expect(describedOf(row, retypeComponent(row.text, inputs)).problems, row.path).toEqual([]);
    }
  });

  it('says that graphs are pipelines', () => {
    for (const row of graphs) {
      expect(loadComponent(row.text, { path: row.path })).toMatchObject({
        status: 'not-a-component',
        reason: 'graph-component',
        problem: { code: 'graph-component' },
      });
    }
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import type { Argument } from './resolve-command.ts';
import { whyNoPython } from './run-component.ts';
import { runTasks } from './run-pipeline.ts';

const assets = join(import.meta.dirname, '../../assets');

async function runFile(path: string, given: { readonly [input: string]: Argument } = {}) {
  const file = join(assets, path);
  const parsed = parsePipelineFile(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return runTasks(file, parsed.value.document, given);
}

describe.skipIf(whyNoPython() !== undefined)('shipped pipelines, task by task', () => {
  it('the penguins end in a good model, a chart and a report', async () => {
    const done = await runFile('examples/penguins/penguins.pipeline.yaml');
    const accuracy = done.get('evaluate-classifier')?.outputs.accuracy ?? '';
    expect(Number(accuracy)).toBeGreaterThan(0.95);
    expect(done.get('fill-missing-values')?.outputs.changed).toBe('19');
    expect(done.get('draw-chart')?.outputs.picture?.match(/class="mark"/g)).toHaveLength(344 + 3);
    const report = done.get('write-report')?.outputs.report ?? '';
    expect(report).toContain('The tree may ask 4 questions.');
    expect(report).toContain(`named this share right: ${accuracy}.`);
    expect(report.match(/<svg/g)).toHaveLength(1 + 4);
  });

  it('a shallower tree knows the penguins less well', async () => {
    const accuracyAt = async (depth: number) =>
      Number(
        (await runFile('examples/penguins/penguins.pipeline.yaml', { max_depth: depth })).get('evaluate-classifier')
          ?.outputs.accuracy,
      );
    expect(await accuracyAt(1)).toBeLessThan(0.9);
  });

  it('train and evaluate works on its sample data', async () => {
    const done = await runFile('templates/train-and-evaluate/train-and-evaluate.pipeline.yaml');
    expect(Number(done.get('evaluate-classifier')?.outputs.accuracy)).toBeGreaterThan(0.9);
  });

  it('compare tables finds the differences of its sample', async () => {
    const done = await runFile('templates/compare-tables/compare-tables.pipeline.yaml');
    expect(done.get('compare-tables')?.outputs.count).toBe('3');
    expect(done.get('compare-tables')?.outputs.same).toBe('false');
  });

  it('describe a table works on a file of the user', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pipewright-describe-'));
    try {
      const path = join(folder, 'prices & more.csv');
      writeFileSync(path, 'item,price\nbread,3\ncheese,8\n');
      const done = await runFile('templates/describe-table/describe-table.pipeline.yaml', { path, x: 'price' });
      const report = done.get('write-report')?.outputs.report ?? '';
      expect(report).toContain(`What is in ${path.replace('&', '&amp;')}`);
      expect(report).toContain('The table has 2 rows.');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

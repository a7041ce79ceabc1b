import { describe, expect, it } from 'vitest';
import { catalogFile } from './component-file.ts';
import type { Argument } from './resolve-command.ts';
import { runComponent, whyNoPython } from './run-component.ts';
import { makeBlobs, makeLine } from './tables.ts';

async function outputOf(component: string, output: string, given: { readonly [input: string]: Argument }) {
  const run = await runComponent(catalogFile(component), given);
  expect(run.stderr).toBe('');
  return run.outputs[output] ?? '';
}

async function predictWith(trainer: string, given: { readonly [input: string]: Argument }, table: string) {
  const model = await outputOf(`models/${trainer}`, 'model', given);
  return outputOf('models/predict', 'predictions', { model, table });
}

const cellsOf = (table: string, place: number) =>
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[place]);

describe.skipIf(whyNoPython() !== undefined)('components for models', () => {
  it.each(['train-decision-tree', 'train-nearest-neighbours', 'train-logistic-regression'])(
    '%s learns categories from numbers',
    async (trainer) => {
      const asked = 'x,y,colour\n1,1,red\n12,21,blue\n,1,red\n';
      const predictions = await predictWith(trainer, { table: makeBlobs(20), target: 'colour' }, asked);
      expect(predictions.split('\n')[0]).toBe('x,y,colour,prediction,prediction_confidence');
      expect(cellsOf(predictions, 3)).toEqual(['red', 'blue', 'red']);
      for (const confidence of cellsOf(predictions, 4)) expect(Number(confidence)).toBeGreaterThan(0.5);
    },
  );

  it.each(['train-decision-tree', 'train-logistic-regression'])('%s learns from texts', async (trainer) => {
    const rows = Array.from({ length: 30 }, (_, row) => (row % 3 === 0 ? 'cat,milk' : 'dog,bone'));
    const given = { table: `animal,food\n${rows.join('\n')}\n`, target: 'food', features: ['animal'] };
    const predictions = await predictWith(trainer, given, 'animal\ndog\ncat\n');
    expect(cellsOf(predictions, 1)).toEqual(['bone', 'milk']);
  });

  it('models/train-linear-regression finds the line behind the numbers', async () => {
    const given = { table: makeLine(40), target: 'z', penalty: 0 };
    const predictions = await predictWith('train-linear-regression', given, 'x,y\n100,2\n');
    expect(Number(cellsOf(predictions, 2)[0])).toBeCloseTo(195, 6);
  });

  it.each([
    { trainer: 'train-nearest-neighbours', given: { neighbours: 1 } },
    { trainer: 'train-decision-tree', given: { max_depth: 10, min_rows: 1 } },
  ])('$trainer gives numbers back that it has seen', async ({ trainer, given }) => {
    const table = makeLine(30);
    const predictions = await predictWith(trainer, { table, target: 'z', features: ['x', 'y'], ...given }, table);
    const truths = cellsOf(predictions, 2).map(Number);
    cellsOf(predictions, 3).forEach((guess, row) => {
      expect(Number(guess)).toBeCloseTo(truths[row] ?? Number.NaN, 6);
    });
  });

  it('models/train-decision-tree explains itself in the units of the table', async () => {
    const run = await runComponent(catalogFile('models/train-decision-tree'), {
      table: makeBlobs(9),
      target: 'colour',
    });
    expect(run.stdout).toBe('x <= 7\n  -> red (9 rows)\nx > 7\n  -> blue (9 rows)\n');
  });

  it('models/train-logistic-regression lowers its loss with more passes', async () => {
    const given = { table: makeBlobs(10), target: 'colour', steps: 5 };
    const after = (steps: number) => outputOf('models/train-logistic-regression', 'loss', { ...given, steps });
    expect(Number(await after(50))).toBeLessThan(Number(await after(5)));
  });

  it('models/evaluate-classifier counts right and wrong, also for Kubeflow', async () => {
    const predictions = 'truth,prediction\na,a\na,b\nb,b\nb,b\n';
    const run = await runComponent(catalogFile('models/evaluate-classifier'), { predictions, target: 'truth' });
    const metrics = { accuracy: 0.75, rows: 4, mean_precision: 0.833333, mean_recall: 0.75, mean_f1: 0.733333 };
    expect(run.stderr).toBe('');
    expect(run.outputs.accuracy).toBe('0.75');
    expect(JSON.parse(run.outputs.metrics ?? '')).toEqual(metrics);
    const confusion = {
      annotationSpecs: [{ displayName: 'a' }, { displayName: 'b' }],
      rows: [{ row: [1, 1] }, { row: [0, 2] }],
    };
    expect(JSON.parse(run.outputs.confusion ?? '')).toEqual({ confusionMatrix: confusion });
    expect(JSON.parse(run.executorOutput ?? '')).toMatchObject({
      artifacts: {
        metrics: { artifacts: [{ name: 'metrics', metadata: metrics }] },
        confusion: { artifacts: [{ name: 'confusion', metadata: { confusionMatrix: confusion } }] },
      },
    });
    expect(run.outputs.page).toContain('<strong>75.0%</strong> of 4 rows predicted right');
  });

  it('models/evaluate-classifier shows names as text', async () => {
    const predictions = 'truth,prediction\n<script>,a\n';
    const page = await outputOf('models/evaluate-classifier', 'page', { predictions, target: 'truth' });
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script>');
  });

  it('models/evaluate-regression measures the errors', async () => {
    const predictions = 'truth,prediction\n1,1\n2,3\n3,3\n';
    const run = await runComponent(catalogFile('models/evaluate-regression'), { predictions, target: 'truth' });
    expect(run.outputs.r_squared).toBe('0.5');
    expect(run.outputs.mean_absolute_error).toBe('0.333333');
    expect(JSON.parse(run.outputs.metrics ?? '')).toEqual({
      mean_absolute_error: 0.333333,
      root_mean_squared_error: 0.57735,
      r_squared: 0.5,
      rows: 3,
    });
  });
});

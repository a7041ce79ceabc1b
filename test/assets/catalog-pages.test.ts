import { describe, expect, it } from 'vitest';
import { catalogFile } from './component-file.ts';
import { runComponent, whyNoPython } from './run-component.ts';
import { fruit, makeBlobs } from './tables.ts';

const chart = (given: { readonly [input: string]: string | number }) =>
  runComponent(catalogFile('exploring/draw-chart'), { table: makeBlobs(10), x: 'x', ...given });

const count = (text: string | undefined, part: string) => (text ?? '').split(part).length - 1;

describe.skipIf(whyNoPython() !== undefined)('components that make pages', () => {
  it('exploring/profile-table describes numbers, texts and gaps', async () => {
    const run = await runComponent(catalogFile('exploring/profile-table'), { table: fruit, title: 'Fruit & <b>' });
    expect(run.stderr).toBe('');
    expect(run.outputs.rows).toBe('5');
    expect(run.outputs.missing).toBe('2');
    expect(JSON.parse(run.outputs.statistics ?? '')).toMatchObject({
      rows: 5,
      columns: [
        { column: 'name', kind: 'text', distinct: 5 },
        {
          column: 'kind',
          kind: 'text',
          common: [
            ['fruit', 3],
            ['vegetable', 2],
          ],
        },
        { column: 'price', kind: 'number', missing: 1, distinct: 4 },
        { column: 'sold', kind: 'number', missing: 1, min: 4, median: 8.5, mean: 12.75, max: 30 },
      ],
    });
    expect(run.outputs.profile).toContain('<h1>Fruit &amp; &lt;b&gt;</h1>');
  });

  it('exploring/draw-chart draws a mark for each row and tells groups apart by colour and shape', async () => {
    const run = await chart({ y: 'y', colour_by: 'colour' });
    expect(run.stderr).toBe('');
    const picture = run.outputs.picture;
    expect(picture?.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect(count(picture, 'class="mark"')).toBe(20 + 2);
    expect(new Set(picture?.match(/fill="var\(--c[0-7]\)"/g)).size).toBe(2);
    expect(run.outputs.chart).toContain(picture);
  });

  it.each([
    { kind: 'bar', given: { colour_by: 'colour' }, rectangles: 10 },
    { kind: 'bar', given: { y: 'y', aggregate: 'max' }, rectangles: 10 },
    { kind: 'histogram', given: { bins: 3 }, rectangles: 2 },
  ])('exploring/draw-chart draws a $kind with $given', async ({ kind, given, rectangles }) => {
    const run = await chart({ kind, ...given });
    expect(run.stderr).toBe('');
    expect(count(run.outputs.picture, '<rect class="mark"')).toBe(rectangles);
  });

  it('exploring/draw-chart draws a line over dates', async () => {
    const table = 'day,price\n2024-01-02,3\n2024-01-01,1\n2024-01-02,5\n';
    const run = await chart({ kind: 'line', table, x: 'day', y: 'price' });
    expect(run.outputs.picture).toContain('<title>2024-01-01: 1</title>');
    expect(run.outputs.picture).toContain('<title>2024-01-02: 4</title>');
    expect(count(run.outputs.picture, '<polyline')).toBe(1);
  });

  it('exploring/draw-chart draws some of very many rows', async () => {
    const rows = Array.from({ length: 12_000 }, (_, row) => `${row},${row % 7}`);
    const run = await chart({ table: `x,y\n${rows.join('\n')}\n`, y: 'y' });
    expect(run.stdout).toContain('12000 rows are too many to tell apart: one in 3 is drawn.');
    expect(count(run.outputs.picture, 'class="mark"')).toBe(4000);
  });

  it('exploring/draw-chart gives the same bytes for the same table', async () => {
    expect((await chart({ y: 'y' })).outputs).toEqual((await chart({ y: 'y' })).outputs);
  });

  it('exploring/compare-tables finds rows, columns and cells that differ', async () => {
    const first = 'id,a,b\n1,x,1\n2,y,2\n3,z,3\n';
    const second = 'id,a,c\n3,<z>,3\n2,y,2\n4,w,4\n';
    const run = await runComponent(catalogFile('exploring/compare-tables'), { first, second, key: ['id'] });
    expect(run.stderr).toBe('');
    expect(run.outputs.differences).toBe(
      'row,column,change,before,after\n,b,column removed,,\n,c,column added,,\n' +
        '1,,row removed,,\n3,a,cell changed,z,<z>\n4,,row added,,\n',
    );
    expect(run.outputs.count).toBe('5');
    expect(run.outputs.same).toBe('false');
    expect(run.outputs.page).toContain('&lt;z&gt;');
  });

  it('exploring/compare-tables knows that 1 is 1.0', async () => {
    const run = await runComponent(catalogFile('exploring/compare-tables'), { first: 'a\n1\n', second: 'a\n1.0\n' });
    expect(run.outputs.same).toBe('true');
    expect(run.outputs.count).toBe('0');
  });

  it('reporting/write-report brings everything together', async () => {
    const run = await runComponent(catalogFile('reporting/write-report'), {
      title: 'Fruit <1>',
      text: 'First & best.\n\n- one\n- two\n',
      metrics: '{"accuracy": 0.98765432, "rows": 12}',
      table: fruit,
      table_rows: 2,
      page_1: '<html><body><main class="x"><h1>Chart</h1><script>alert(1)</script><p>inside</p></main></body></html>',
    });
    expect(run.stderr).toBe('');
    const page = run.outputs.report ?? '';
    expect(page).toContain('<h1>Fruit &lt;1&gt;</h1><p>First &amp; best.</p><ul><li>one</li><li>two</li></ul>');
    expect(page).toContain('<th scope="row">accuracy</th><td>0.9877</td>');
    expect(page).toContain('<section><h2>Chart</h2><p>inside</p></section>');
    expect(page).toContain('2 of 5 rows');
    expect(page).not.toContain('alert');
    expect(run.outputs.markdown).toBe(
      '# Fruit <1>\n\nFirst & best.\n\n- one\n- two\n' +
        '\n## Key figures\n\n| Figure | Value |\n| --- | --- |\n| accuracy | 0.9877 |\n| rows | 12 |\n' +
        '\n## Table\n\n| name | kind | price | sold |\n| --- | --- | --- | --- |\n' +
        '| apple | fruit | 1.5 | 10 |\n| banana | fruit | 0.5 |  |\n',
    );
  });

  it('reporting/write-report is content with a title', async () => {
    const run = await runComponent(catalogFile('reporting/write-report'), {});
    expect(run.stderr).toBe('');
    expect(run.outputs.markdown).toBe('# Report\n');
  });
});

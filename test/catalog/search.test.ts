import { describe, expect, it } from 'vitest';
import type { CatalogEntry } from '../../src/catalog/component-description.ts';
import { digestOfText } from '../../src/catalog/digest.ts';
import { loadComponent } from '../../src/catalog/load-component.ts';
import { createComponentSearch } from '../../src/catalog/search.ts';
import type { PortType } from '../../src/model/port-type.ts';
import { parseTypeLabel } from '../../src/model/type-label.ts';

function entry(name: string, ports: string, command = 'run'): CatalogEntry {
  const path = `/lib/${name.toLowerCase().replaceAll(' ', '_')}/component.yaml`;
  const text = `name: ${name}\n${ports}implementation: {container: {image: i, command: [${command}]}}\n`;
  const loaded = loadComponent(text, { path });
  if (loaded.status !== 'ok') throw new Error(JSON.stringify(loaded));
  return { path, root: '/lib', digest: digestOfText(text), status: 'ok', text, description: loaded.description };
}

const read = entry(
  'Read Data From Minio',
  'description: Reads a CSV file\noutputs: [{name: data_output_path, type: OutputPath}]\n',
);
const train = entry(
  'Train CatBoost',
  'inputs: [{name: training_data, type: Dataset}]\noutputs: [{name: model, type: Model}]\n',
  'train.py',
);
const chart = entry(
  'Draw Chart',
  'inputs: [{name: table, type: Dataset}, {name: title, type: String, description: shown above}]\noutputs: [{name: picture, type: HTML}]\n',
);
const broken: CatalogEntry = {
  path: '/lib/bad.yaml',
  root: '/lib',
  digest: '',
  status: 'broken',
  name: 'Bad chart',
  problems: [],
};
const search = createComponentSearch([train, read, chart, broken]);

function found(query: string): string[] {
  return search.search(query).map((match) => match.entry.path);
}

function type(label: string): PortType {
  return parseTypeLabel(label) as PortType;
}

describe('component search', () => {
  it('gives everything by title for an empty query', () => {
    expect(found('  ')).toEqual([broken, chart, read, train].map(({ path }) => path));
  });

  it.each([
    ['minio', read],
    ['Minoi', read],
    ['rea dat', read],
    ['catbost', train],
    ['cat', train],
    ['boost', train],
    ['TRAINING_DATA', train],
    ['csv', read],
    ['OutputPath', read],
    ['train.py', train],
    ['shown above', chart],
    ['html', chart],
    ['read_data_from', read],
  ])('%s finds it first', (query, expected) => {
    expect(found(query)[0]).toBe(expected.path);
  });

  it('asks for every word, and takes any when none has them all', () => {
    expect(found('draw chart')).toEqual([chart.path]);
    expect(found('minio catboost').sort()).toEqual([read.path, train.path]);
  });

  it('finds broken ones by name', () => {
    expect(found('bad')).toEqual([broken.path]);
  });

  it('finds nothing for nonsense', () => {
    expect(found('xyzzy')).toEqual([]);
  });

  it('ranks the title before the text', () => {
    const about = entry('Report', 'description: made after the chart\n');
    const results = createComponentSearch([about, chart]).search('chart');
    expect(results.map((match) => match.entry)).toEqual([chart, about]);
  });

  it('forgives no typing errors in the text, which has words like any other', () => {
    const root = entry('Take Roots', '', 'sqrt');
    const sort = entry('Order Rows', '', 'sort');
    const results = createComponentSearch([root, sort]).search('sort');
    expect(results.map((match) => match.entry)).toEqual([sort]);
  });

  it('says what matched', () => {
    expect(search.search('html')[0]?.matched).toEqual([{ word: 'html', fields: ['types', 'text'] }]);
  });

  it('filters by what a wire needs', () => {
    const takers = search.search('', { inputType: type('Dataset') });
    expect(takers.map((match) => [match.entry.path, match.fittingPorts])).toEqual([
      [chart.path, ['table']],
      [train.path, ['training_data']],
    ]);
    const givers = search.search('', { outputType: type('Model') });
    expect(givers.map((match) => [match.entry.path, match.fittingPorts])).toEqual([
      [read.path, ['data_output_path']],
      [train.path, ['model']],
    ]);
    expect(search.search('chart', { inputType: type('Integer') })).toEqual([]);
  });
});

describe('digestOfText', () => {
  it.each(['é\nb', 'é\r\nb'])('is the SHA-256 of %j with plain line ends', (text) => {
    expect(digestOfText(text)).toBe('7148cd8e7e8f217e0014f9cf850c20d98172ee92356d2d1a79263d086e527d12');
  });
});

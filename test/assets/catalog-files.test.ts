import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadComponent } from '../../src/catalog/load-component.ts';
import { catalogFile, listCatalog, readComponentFile } from './component-file.ts';
import { type Argument, resolveCommand } from './resolve-command.ts';

const parameters = new Set(['String', 'Integer', 'Float', 'Boolean', 'List', 'Dict']);
const artifacts = new Set(['Artifact', 'Dataset', 'Model', 'Metrics', 'ClassificationMetrics', 'HTML', 'Markdown']);

const names = listCatalog();
const programOf = (name: string) => String(readComponentFile(catalogFile(name)).implementation.container.command[3]);

/** The definitions of a program by name: functions and classes from their first line to their last. */
function definitionsOf(program: string): ReadonlyMap<string, string> {
  const blocks = program.split(/\n\n\n/).filter((block) => /^(def|class) /.test(block));
  return new Map(blocks.map((block) => [/^\w+ (\w+)/.exec(block)?.[1] ?? '', block.trimEnd()]));
}

describe('the built-in catalog', () => {
  it('has at least twenty components with different names', () => {
    const titles = names.map((name) => readComponentFile(catalogFile(name)).name);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.length).toBeGreaterThanOrEqual(20);
  });

  it.each(names)('%s uses types that KFP knows, each the right way', (name) => {
    const component = readComponentFile(catalogFile(name));
    for (const port of [...component.inputs, ...component.outputs]) {
      expect([...parameters, ...artifacts]).toContain(port.type);
      expect(port.name).toMatch(/^[a-z][a-z0-9_]*$/);
    }
    const text = JSON.stringify(component.implementation.container.command.slice(4));
    for (const input of component.inputs) {
      const use = parameters.has(input.type) ? 'inputValue' : 'inputPath';
      expect(text).toContain(`["--${input.name}",{"${use}":"${input.name}"}]`.slice(1, -1));
    }
  });

  it.each(names)('%s loads without problem or note', (name) => {
    const loaded = loadComponent(readFileSync(catalogFile(name), 'utf8'), { path: catalogFile(name) });
    expect(loaded).toMatchObject({ status: 'ok', description: { problems: [], notes: [] } });
  });

  it.each(names)('%s has a program that no template language touches', (name) => {
    const program = programOf(name);
    expect(program).not.toMatch(/\{\{|\}\}/);
    expect(program.length).toBeLessThan(24_000);
    expect(program).not.toMatch(/\t| \n/);
  });

  it('says the same thing the same way: shared functions are equal in every program', () => {
    const seen = new Map<string, { readonly text: string; readonly name: string }>();
    const shared = [
      'fail',
      'read_table',
      'find_column',
      'write_table',
      'as_number',
      'encode_row',
      'page_of',
      'create_file',
    ];
    for (const name of names) {
      for (const [title, text] of definitionsOf(programOf(name))) {
        const first = seen.get(title) ?? { text, name };
        seen.set(title, first);
        if (shared.includes(title)) expect(text, `${title} in ${name} and ${first.name}`).toBe(first.text);
      }
    }
    for (const title of shared) expect(seen.has(title), title).toBe(true);
  });

  it.each(names)('%s runs in a stock Python image', (name) => {
    const { image, command } = readComponentFile(catalogFile(name)).implementation.container;
    expect(image).toBe('python:3.12-slim');
    expect(command.slice(0, 3)).toEqual(['python3', '-u', '-c']);
    expect(readFileSync(catalogFile(name), 'utf8')).not.toMatch(/^\s*(import|from) (numpy|pandas|sklearn)/m);
  });
});

describe('the command of a component', () => {
  it('has an optional flag only where there is an argument', () => {
    const component = readComponentFile(catalogFile('tables/sample-rows'));
    const given: { readonly [input: string]: Argument } = { table: 'a\n', rows: 2 };
    const around = {
      given,
      inputPath: (input: string) => `in/${input}`,
      outputPath: (output: string) => `out/${output}`,
      executorInput: '',
    };
    const flags = resolveCommand(component, around).slice(4);
    expect(flags).toEqual(['--table', 'in/table', '--rows', '2', '--seed', '1', '--sample', 'out/sample']);
  });
});

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CORPUS_MISSING, CORPUS_ROOT } from '../helpers/corpus.ts';
import { whyNoPython } from './run-component.ts';

const example = join(import.meta.dirname, '../../assets/examples/income-classifier');
const names = ['read_data', 'retrieve_features', 'run_inference', 'write_data'];

const componentFile = z.object({
  implementation: z.object({ container: z.object({ command: z.array(z.unknown()) }) }),
});

const readText = (path: string) => readFileSync(join(example, path), 'utf8');

/** The literal words of a component's command: program, its path and the flags. */
function wordsOf(name: string): readonly string[] {
  const component = componentFile.parse(load(readText(`components/${name}/component.yaml`)));
  return component.implementation.container.command.filter((word) => typeof word === 'string');
}

function runSource(name: string, words: readonly string[]) {
  const [program = 'python3', path = ''] = wordsOf(name);
  const env = { ...process.env, PYTHONPATH: join(example, 'src'), PYTHONDONTWRITEBYTECODE: '1' };
  return spawnSync(program, [path.replace('/app', example), ...words], { encoding: 'utf8', env });
}

describe('the income classifier', () => {
  it('has a source, a Dockerfile and requirements for each component, and nothing else', () => {
    expect(readdirSync(join(example, 'components')).sort()).toEqual(names);
    for (const name of names) {
      expect(
        readdirSync(join(example, 'src', name))
          .filter((file) => file !== '__pycache__')
          .sort(),
      ).toEqual(['Dockerfile', 'requirements.txt', `${name}.py`].sort());
      expect(readText(`src/${name}/Dockerfile`)).toContain(`COPY src/${name} src/${name}\n`);
      expect(readText(`src/${name}/requirements.txt`)).toMatch(/^(\S+==\S+\n)+$/);
    }
  });

  it('pins a package to one version in all images, because data frames travel as pickle files', () => {
    const pins = new Map<string, string>();
    for (const line of names.flatMap((name) => readText(`src/${name}/requirements.txt`).trim().split('\n'))) {
      const [name = '', version = ''] = line.split('==');
      expect(pins.get(name) ?? version, name).toBe(version);
      pins.set(name, version);
    }
    expect(pins.has('pandas') && pins.has('numpy')).toBe(true);
  });
});

if (CORPUS_MISSING !== undefined) console.warn(`Skipped: the reference components, because ${CORPUS_MISSING}.`);

describe.skipIf(CORPUS_MISSING !== undefined)('the components of the income classifier', () => {
  it.each(names)('%s is the reference component, byte for byte', (name) => {
    const path = `components/${name}/component.yaml`;
    const reference = join(CORPUS_ROOT, 'reference/kfp-golden/income-classifier', path);
    expect(readText(path)).toBe(readFileSync(reference, 'utf8'));
  });
});

describe.skipIf(whyNoPython() !== undefined)('the programs of the income classifier', () => {
  it.each(names)('%s takes exactly the flags its component passes', (name) => {
    const help = runSource(name, ['--help']);
    expect(help.status, help.stderr).toBe(0);
    const accepted = new Set(help.stdout.match(/--[a-z_]+/g)?.filter((flag) => flag !== '--help'));
    expect([...accepted].sort()).toEqual(wordsOf(name).slice(2).sort());
  });

  it.each(names)('%s says which value is missing', (name) => {
    const flags = wordsOf(name).slice(2);
    const words = flags.flatMap((flag, place) => [flag, place === 0 ? ' ' : 'sklearn']);
    const run = runSource(name, words);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(`argument ${flags[0]}: must not be empty`);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runComponent, whyNoPython } from './run-component.ts';

const folder = join(import.meta.dirname, '../../assets/examples/penguins/components/penguins-data');

describe.skipIf(whyNoPython() !== undefined)('the penguins', () => {
  it('are handed over as they lie beside the component', async () => {
    const run = await runComponent(join(folder, 'component.yaml'), {});
    expect(run.stderr).toBe('');
    expect(run.outputs.rows).toBe('344');
    expect(run.outputs.table).toBe(readFileSync(join(folder, 'penguins.csv'), 'utf8'));
    expect(run.outputs.table?.split('\n')[0]).toBe(
      'species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,year',
    );
  });
});

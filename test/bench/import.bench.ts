/** Importing KFP IR beside compiling it: both from data to data, without the YAML text. */
import { compileDocument } from '../../src/compile/compile-document.ts';
import { importKfpIr } from '../../src/import/kfp-ir/import-kfp-ir.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { largeDocument } from '../helpers/large-document.ts';
import { median, printFigure } from './figures.ts';

const runs = 7;

/** Time of this thread's processor, in milliseconds: what else the machine does makes no difference. */
function timeOf(work: () => void): number {
  const started = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(started);
  return (user + system) / 1000;
}

/** How many times as long as compiling it takes to import a pipeline. */
function ratioFor(count: number): number {
  const ratios = Array.from({ length: runs }, (): number => {
    const document = largeDocument(count);
    const trees: YamlTree[] = [];
    const compiling = timeOf(() => {
      const compiled = compileDocument(document);
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.error[0]));
      const { spec, platform } = compiled.value;
      trees.push(...([spec, platform].filter((part) => part !== undefined) as unknown as YamlTree[]));
    });
    const importing = timeOf(() => {
      if (!importKfpIr(trees).ok) throw new Error('cannot be imported');
    });
    return importing / compiling;
  });
  return median(ratios);
}

for (const count of [1000, 10_000]) {
  const name = `${count.toLocaleString('en')} tasks: import beside compile`;
  printFigure({ name, value: ratioFor(count), unit: 'times', budget: 2 });
}

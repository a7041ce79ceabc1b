/** A run of 200 tasks that do nothing, ten at one time. */
import { openRunsBench, shellPipeline } from '../services/runs/runs-helper.ts';
import { median, printFigure } from './figures.ts';

const TASKS = 200;
const WIDTH = 10;
const RUNS = 3;

const tasks: Record<string, { readonly script: string; readonly after: readonly string[] }> = {};
for (let index = 0; index < TASKS; index += 1) {
  tasks[`t${index}`] = { script: 'true', after: index < WIDTH ? [] : [`t${index - WIDTH}`] };
}
const text = shellPipeline(tasks).replaceAll('"sh","-c","true","sh"', '"true"');

const bench = await openRunsBench();
const seconds: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const started = performance.now();
  const detail = await bench.run({ text, caching: false, parallelism: WIDTH });
  if (detail.state.phase !== 'succeeded') throw new Error(`the run ${detail.state.phase}`);
  seconds.push((performance.now() - started) / 1000);
}
await bench.close();
printFigure({ name: '200 tasks that do nothing, 10 at one time', value: median(seconds), unit: 's', budget: 5 });

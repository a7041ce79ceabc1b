/** 200 tasks on the canvas: opening, one edit, dragging and panning, in the built page with software drawing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { printPipelineFile } from '../../src/file/print-file.ts';
import { moveNodes } from '../../src/model/edits/move-nodes.ts';
import { tasksOfPipeline } from '../../src/model/lookups.ts';
import { findChromium } from '../helpers/find-chromium.ts';
import { largeDocument } from '../helpers/large-document.ts';
import { startWebHost } from '../helpers/web-host.ts';
import { median, printFigure } from './figures.ts';

const TASKS = 200;
const COLUMNS = 20;
const EDITS = 10;
const FRAMES = 90;

const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
});
const folder = mkdtempSync(join(tmpdir(), 'pipewright-bench-'));
const workspace = join(folder, 'large.pipeline.yaml');
writeFileSync(workspace, pipelineText());
const host = await startWebHost({ dataDirectory: join(folder, 'data'), target: workspace });
const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });

try {
  await measureOpening(page, host.url);
  await measureEdit(page);
  await measureDrag(page);
  await measurePan(page);
} finally {
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
}

function pipelineText(): string {
  const document = largeDocument(TASKS);
  const tasks = tasksOfPipeline(document, document.root);
  const places = tasks.map(
    (task, index) => [task.id, { x: (index % COLUMNS) * 320, y: Math.floor(index / COLUMNS) * 260 }] as const,
  );
  return printPipelineFile(moveNodes(document, new Map(places)).document);
}

/** From the page's own start to the first task on the screen. */
async function measureOpening(target: Page, url: string): Promise<void> {
  await target.goto(url);
  await target.locator('[data-testid="canvas"] [data-task]').first().waitFor();
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    await target.reload();
    await target.locator('[data-testid="canvas"] [data-task]').first().waitFor();
    times.push(await target.evaluate(() => performance.now()));
  }
  printFigure({
    name: '200 tasks: page loaded to tasks on the screen',
    value: median(times),
    unit: 'ms',
    budget: 1000,
  });
}

/** A task is taken away and comes back: from the key to the next painted frame. */
async function measureEdit(target: Page): Promise<void> {
  const box = await target.locator('[data-testid="canvas"] [data-task]').nth(5).boundingBox();
  if (box === null) throw new Error('no task on the screen');
  await target.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const times: number[] = [];
  for (let run = 0; run < EDITS; run += 1)
    times.push(await timeToPaint(target, run % 2 === 0 ? 'Delete' : 'Control+z'));
  printFigure({ name: '200 tasks: an edit painted', value: median(times), unit: 'ms', budget: 50 });
}

async function timeToPaint(target: Page, key: string): Promise<number> {
  await target.evaluate(() => {
    const state = window as unknown as { painted: Promise<number> };
    state.painted = new Promise((resolve) => {
      window.addEventListener(
        'keydown',
        () => {
          const started = performance.now();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
        },
        { once: true, capture: true },
      );
    });
  });
  await target.keyboard.press(key);
  return await target.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
}

/** Our script's time in a frame while a task is dragged by pointer events of the page. */
async function measureDrag(target: Page): Promise<void> {
  const box = await target.locator('[data-testid="canvas"] [data-task]').nth(8).boundingBox();
  if (box === null) throw new Error('no task on the screen');
  await target.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await target.mouse.down();
  await reportFrames(target, 'dragging', async (frame) => {
    await target.mouse.move(box.x + box.width / 2 + frame, box.y + box.height / 2 + (frame % 30));
  });
  await target.mouse.up();
}

async function measurePan(target: Page): Promise<void> {
  await target.mouse.move(800, 300);
  await reportFrames(target, 'panning', async (frame) => {
    await target.mouse.wheel(frame % 2 === 0 ? 12 : 9, 6);
  });
}

/** Counts frames and long tasks while the gesture goes on. */
async function reportFrames(target: Page, name: string, act: (frame: number) => Promise<void>): Promise<void> {
  await target.evaluate(() => {
    const state = window as unknown as { frames: number[]; watching: boolean };
    state.frames = [];
    state.watching = true;
    let last = performance.now();
    const tick = (now: number): void => {
      state.frames.push(now - last);
      last = now;
      if (state.watching) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  for (let frame = 0; frame < FRAMES; frame += 1) await act(frame);
  const frames = await target.evaluate(() => {
    const state = window as unknown as { frames: number[]; watching: boolean };
    state.watching = false;
    return state.frames.slice(2);
  });
  printFigure({ name: `200 tasks: a frame while ${name}`, value: median(frames), unit: 'ms', budget: 17.5 });
}

import { cpSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { startWebHost } from '../../test/helpers/web-host.ts';
import { fromRoot } from '../root.ts';
import type { Scene, Step } from './scenes.ts';

/** Starts the app on a copy of what the scene opens and does its steps. Returns the pictures' paths in the repository. */
export async function playScene(browser: Browser, scene: Scene): Promise<readonly string[]> {
  // The path is part of some pictures, so it is the same every time.
  const folder = join(tmpdir(), 'pipewright-screenshots');
  rmSync(folder, { recursive: true, force: true });
  const target = scene.open === undefined ? {} : { target: copyTarget(folder, scene.open, scene.file) };
  const host = await startWebHost({ ...target, dataDirectory: join(folder, 'data') });
  try {
    const page = await openPage(browser, scene, host.url);
    for (const step of scene.steps) {
      await waitUntilStill(page);
      await doStep(page, step);
    }
    await page.context().close();
    return scene.steps.flatMap((step) => ('picture' in step ? pathOf(step.picture) : []));
  } finally {
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyTarget(folder: string, source: string, file: string | undefined): string {
  const copy = join(folder, basename(source));
  cpSync(fromRoot(source), copy, { recursive: true });
  return file === undefined ? copy : join(copy, file);
}

async function openPage(browser: Browser, scene: Scene, url: string): Promise<Page> {
  const [width, height] = scene.size;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scene.theme, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('[data-app-state="ready"]').first().waitFor({ state: 'attached' });
  return page;
}

/** The view may be gliding somewhere: resolves when it has stood still for some frames. */
async function waitUntilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const place = () => document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform;
    for (let still = 0, before = place(); still < 8; still += 1) {
      await new Promise(requestAnimationFrame);
      if (place() !== before) still = 0;
      before = place();
    }
  });
}

async function doStep(page: Page, step: Step): Promise<void> {
  const find = (selector: string): Locator => page.locator(selector).first();
  if ('click' in step) await find(step.click).click();
  else if ('shiftClick' in step) await find(step.shiftClick).click({ modifiers: ['Shift'] });
  else if ('doubleClick' in step) await find(step.doubleClick).dblclick();
  else if ('hover' in step) await find(step.hover).hover();
  else if ('press' in step) await page.keyboard.press(step.press);
  else if ('fill' in step) await find(step.fill[0]).fill(step.fill[1]);
  else if ('drag' in step) await drag(page, find(step.drag[0]), find(step.drag[1]));
  else if ('waitFor' in step) await find(step.waitFor).waitFor({ timeout: 120_000 });
  else if ('waitUntilGone' in step) await find(step.waitUntilGone).waitFor({ state: 'detached', timeout: 120_000 });
  else await takePicture(step.part === undefined ? page : find(step.part), step.picture);
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await middleOf(from), await middleOf(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

async function middleOf(element: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error(`Not on the screen: ${element}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function takePicture(pictured: Page | Locator, name: string): Promise<void> {
  await pictured.screenshot({ path: fromRoot(pathOf(name)), animations: 'disabled', caret: 'hide' });
}

function pathOf(name: string): string {
  return `docs/images/${name}.png`;
}

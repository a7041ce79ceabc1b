import { cpSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { startWebHost } from '../../test/helpers/web-host.ts';
import { fromRoot } from '../root.ts';
import type { Shot, Step } from './shots.ts';

/** Starts the app on a copy of what the shot opens, does its steps and saves the picture. */
export async function takeShot(browser: Browser, shot: Shot): Promise<void> {
  // The path is part of some pictures, so it is the same every time.
  const folder = join(tmpdir(), 'pipewright-screenshots');
  rmSync(folder, { recursive: true, force: true });
  const target = shot.open === undefined ? {} : { target: copyTarget(folder, shot.open, shot.file) };
  const host = await startWebHost({ ...target, dataDirectory: join(folder, 'data') });
  try {
    const page = await openPage(browser, shot, host.url);
    for (const step of shot.steps ?? []) await doStep(page, step);
    const pictured = shot.part === undefined ? page : page.locator(shot.part).first();
    await pictured.screenshot({
      path: fromRoot('docs/images', `${shot.name}.png`),
      animations: 'disabled',
      caret: 'hide',
    });
    await page.context().close();
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

async function openPage(browser: Browser, shot: Shot, url: string): Promise<Page> {
  const [width, height] = shot.size;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: shot.theme, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('[data-app-state="ready"]').first().waitFor({ state: 'attached' });
  return page;
}

async function doStep(page: Page, step: Step): Promise<void> {
  if ('click' in step) await page.locator(step.click).first().click();
  else if ('doubleClick' in step) await page.locator(step.doubleClick).first().dblclick();
  else if ('hover' in step) await page.locator(step.hover).first().hover();
  else if ('press' in step) await page.keyboard.press(step.press);
  else if ('fill' in step) await page.locator(step.fill[0]).first().fill(step.fill[1]);
  else await page.locator(step.waitFor).first().waitFor({ timeout: 120_000 });
}

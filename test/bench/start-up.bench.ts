/** From the start of the built web host to a page that can be used. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../helpers/find-chromium.ts';
import { startWebHost } from '../helpers/web-host.ts';
import { median, printFigure } from './figures.ts';

const runs = 5;
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
});

async function measureStart(): Promise<number> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'pipewright-bench-'));
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  const started = performance.now();
  const host = await startWebHost({ dataDirectory });
  await page.goto(host.url);
  await page.locator('[data-app-state="ready"]').first().waitFor({ state: 'attached' });
  const milliseconds = performance.now() - started;
  await page.close();
  await host.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
  return milliseconds;
}

const times: number[] = [];
for (let run = 0; run < runs; run += 1) times.push(await measureStart());
await browser.close();
printFigure({ name: 'web host started to page usable', value: median(times) / 1000, unit: 's', budget: 2 });

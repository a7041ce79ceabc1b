/** `npm run screenshots [NAME…]`: takes the pictures of the documentation, as `docs/screenshots.json` lists them. */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { SetupFailure, say, sayFailures } from './bootstrap/say.mjs';
import { buildIfNeeded } from './build/build-all.ts';
import { ensureChromium } from './check/chromium.ts';
import { fromRoot } from './root.ts';
import { readShots } from './screenshots/shots.ts';
import { takeShot } from './screenshots/take-shot.ts';

const wanted = process.argv.slice(2);

async function takeShots(): Promise<number> {
  await buildIfNeeded();
  const found = await ensureChromium();
  if ('reason' in found) throw new SetupFailure('There is no browser to take pictures with:', found.reason);
  mkdirSync(fromRoot('docs/images'), { recursive: true });
  const browser = await chromium.launch({ executablePath: found.program, args: ['--no-sandbox', '--disable-gpu'] });
  for (const shot of readShots().filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    await takeShot(browser, shot);
    say(`docs/images/${shot.name}.png`);
  }
  await browser.close();
  return 0;
}

process.exitCode = await sayFailures(takeShots);

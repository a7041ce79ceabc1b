/** `npm run screenshots [NAME…]`: takes the pictures of the documentation, as the scenes of `docs/screenshots.json` say. */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { SetupFailure, say, sayFailures } from './bootstrap/say.mjs';
import { buildIfNeeded } from './build/build-all.ts';
import { ensureChromium } from './check/chromium.ts';
import { fromRoot } from './root.ts';
import { playScene } from './screenshots/play-scene.ts';
import { readScenes } from './screenshots/scenes.ts';

const wanted = process.argv.slice(2);

async function takePictures(): Promise<number> {
  await buildIfNeeded();
  const found = await ensureChromium();
  if ('reason' in found) throw new SetupFailure('There is no browser to take pictures with:', found.reason);
  mkdirSync(fromRoot('docs/images'), { recursive: true });
  const browser = await chromium.launch({ executablePath: found.program, args: ['--no-sandbox', '--disable-gpu'] });
  for (const scene of readScenes().filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    for (const path of await playScene(browser, scene)) say(path);
  }
  await browser.close();
  return 0;
}

process.exitCode = await sayFailures(takePictures);

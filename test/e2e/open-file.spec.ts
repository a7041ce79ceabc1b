import { CANVAS_FILES } from './canvas-files.ts';
import { CanvasPage } from './canvas-page.ts';
import { expect, test, waitUntilReady } from './fixtures.ts';

test.use({ workspaceFiles: CANVAS_FILES, target: 'drawing.pipeline.yaml' });

test('a file brings the components of its folder with it', async ({ app }) => {
  const page = new CanvasPage(app);
  await page.addTask('Make table', { x: 120, y: 60 });
  await expect(page.task('make-table')).toBeVisible();
});

test('the address opened once more shows the same file', async ({ app, browser, host }) => {
  await expect(app).toHaveTitle(/drawing/);
  const context = await browser.newContext();
  const second = await context.newPage();
  await second.goto(host.url);
  await waitUntilReady(second);
  await expect(second.getByRole('tab', { name: 'drawing' })).toBeVisible();
  await expect(second.getByText('open in another window')).toBeVisible();
  await context.close();
});

import { CANVAS_FILES } from './canvas-files.ts';
import { CanvasPage } from './canvas-page.ts';
import { expect, test } from './fixtures.ts';

test.use({ workspaceFiles: CANVAS_FILES, target: 'drawing.pipeline.yaml' });

test('a file brings the components of its folder with it', async ({ app }) => {
  const page = new CanvasPage(app);
  await page.addTask('Make table', { x: 120, y: 60 });
  await expect(page.task('make-table')).toBeVisible();
});

import { CANVAS_FILES } from './canvas-files.ts';
import { CanvasPage } from './canvas-page.ts';
import { expect, test } from './fixtures.ts';

test.use({ workspaceFiles: CANVAS_FILES });

test('the minimap shows the whole drawing inside its frame', async ({ app }) => {
  const page = new CanvasPage(app);
  await page.addTask('Make table', { x: 120, y: 60 });
  const minimap = app.getByTestId('rf__minimap');
  const frame = await minimap.boundingBox();
  const drawing = await minimap.locator('svg').boundingBox();
  expect(drawing).toEqual(frame);
});

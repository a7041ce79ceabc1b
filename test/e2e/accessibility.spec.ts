import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { CANVAS_FILES } from './canvas-files.ts';
import { CanvasPage } from './canvas-page.ts';
import { expect, test } from './fixtures.ts';

test.use({ workspaceFiles: CANVAS_FILES });

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, places: nodes.map((node) => node.target.join(' ')) }))).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('a drawing with a selected task and a wire has no violations', async ({ app }) => {
      const page = new CanvasPage(app);
      await page.addTask('Make table', { x: 60, y: 40 });
      await page.addTask('Clean table', { x: 400, y: 40 });
      await page.drag(page.port('make-table', 'out:table'), page.port('clean-table', 'in:table'));
      await expect(page.wire('make-table.table', 'clean-table.table')).toHaveCount(1);
      await page.task('clean-table').click({ position: { x: 100, y: 12 } });
      await expectNoViolations(app);
    });
  });
}

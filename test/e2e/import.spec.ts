import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { CanvasPage } from './canvas-page.ts';
import { expect, test } from './fixtures.ts';

const GOLDEN = 'ex_exit_oneof_collected_nested.yaml';
const IR = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../fixtures/kfp-golden', GOLDEN), 'utf8');

test.use({
  workspaceFiles: { 'compiled.yaml': IR, 'notes.yaml': 'hello: world\n' },
  viewport: { width: 1600, height: 900 },
});

async function expectFrames(app: Page): Promise<void> {
  const page = new CanvasPage(app);
  const canvas = app.getByTestId('canvas');
  for (const name of ['exit-handler-1', 'condition-branches-2', 'for-loop-6']) {
    await expect(canvas.locator(`[data-group="${name}"]`)).toBeVisible();
  }
  await expect(canvas.locator('[data-branch]')).toHaveCount(2);
  await expect(page.task('pr-2')).toBeVisible();
  await page.task('inner').dblclick();
  await expect(page.task('inner/pr')).toBeVisible();
  await app.keyboard.press('Alt+ArrowLeft');
  await expect(page.task('pr-2')).toBeVisible();
}

test.describe('a compiled pipeline', () => {
  test.use({ target: 'compiled.yaml' });

  test('that the program was started with is offered to be imported', async ({ app }) => {
    await app.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
    await expectFrames(app);
    await expect(app).toHaveTitle(/^● /);
  });
});

test.describe('import', () => {
  test.use({ target: '' });

  test('opens a chosen file as a new pipeline, which is shown in every format, or why it is not', async ({ app }) => {
    await app.getByRole('menuitem', { name: 'File' }).click();
    await app.getByRole('menuitem', { name: 'Import…' }).click();
    const browser = app.getByRole('dialog');
    await browser.getByRole('option', { name: 'compiled.yaml' }).click();
    await browser.getByRole('button', { name: 'Open' }).click();
    await expectFrames(app);
    await app.getByRole('tab', { name: 'Preview' }).click();
    for (const [kind, text] of [
      ['python', 'from kfp import'],
      ['argo', 'Argo tells it to exit tasks alone'],
      ['manifest', 'pipelines.kubeflow.org'],
      ['graph-component', 'A graph component takes only those'],
    ] as const) {
      await app.getByLabel('Shown text').selectOption(kind);
      await expect(app.locator('[data-panel="preview"]')).toContainText(text);
    }
  });

  test('takes a file that is dropped on the window, and says why it cannot take another', async ({ app }) => {
    await drop(app, 'compiled.yaml', IR);
    await expectFrames(app);
    await drop(app, 'notes.yaml', 'hello: world\n');
    await expect(app.getByRole('dialog', { name: 'notes.yaml cannot be imported' })).toBeVisible();
    await expect(app.getByTestId('import-notes').getByRole('listitem')).toHaveCount(1);
  });
});

async function drop(app: Page, name: string, text: string): Promise<void> {
  await app.evaluate(
    ([file, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content ?? ''], file ?? ''));
      for (const kind of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, text],
  );
}

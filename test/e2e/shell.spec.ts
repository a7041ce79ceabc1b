import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startWebHost } from '../helpers/web-host.ts';
import { expect, test, waitUntilReady } from './fixtures.ts';
import { DEMO, FILE, row, showOutline } from './shell-page.ts';

async function removeTask(page: Page, path: string): Promise<void> {
  await row(page, path).click();
  await row(page, path).press('Delete');
  await expect(row(page, path)).toHaveCount(0);
}

test.describe('a file', () => {
  test.use({ workspaceFiles: { [FILE]: DEMO }, target: FILE });

  test('opens, is edited, undone, saved, and keeps its comments', async ({ app, workspace }) => {
    await showOutline(app);
    await removeTask(app, 'use');
    await expect(app).toHaveTitle(/^● demo/);
    await app.keyboard.press('Control+z');
    await expect(row(app, 'use')).toBeVisible();
    await expect(app).toHaveTitle(/^demo/);
    await app.keyboard.press('Control+Shift+z');
    await expect(row(app, 'use')).toHaveCount(0);
    await app.keyboard.press('Control+s');
    await expect(app).toHaveTitle(/^demo/);
    const text = readFileSync(join(workspace, FILE), 'utf8');
    expect(text).toContain('# a comment that stays');
    expect(text).not.toContain('use:');
  });

  test('that another program changes is loaded again, or the user chooses', async ({ app, workspace }) => {
    const path = join(workspace, FILE);
    await showOutline(app);
    writeFileSync(path, DEMO.replaceAll('make', 'build'));
    await expect(row(app, 'build')).toBeVisible();
    await removeTask(app, 'use');
    writeFileSync(path, DEMO);
    const bar = app.getByRole('alert').filter({ hasText: 'changed by another program' });
    await expect(bar).toBeVisible();
    await app.keyboard.press('Control+s');
    await expect(app.getByText('was not saved', { exact: false })).toBeVisible();
    expect(readFileSync(path, 'utf8')).toBe(DEMO);
    await bar.getByRole('button', { name: 'Load the file' }).click();
    await expect(row(app, 'make')).toBeVisible();
    await expect(row(app, 'use')).toBeVisible();
    await expect(bar).toHaveCount(0);
  });

  test('is only shown in a second window', async ({ app, context, host }) => {
    await expect(app.getByTestId('canvas')).toBeVisible();
    const second = await context.newPage();
    await second.goto(host.url);
    await waitUntilReady(second);
    await expect(second.getByText('open in another window')).toBeVisible();
    await showOutline(second);
    await row(second, 'use').click();
    await row(second, 'use').press('Delete');
    await expect(row(second, 'use')).toBeVisible();
  });

  test('can be shown as text that follows the drawing', async ({ app }) => {
    await app.getByRole('tab', { name: 'Preview' }).click();
    const text = app.getByRole('textbox', { name: 'KFP YAML' });
    await expect(text).toContainText('# Name: demo');
    await app.getByLabel('Shown text').selectOption('file');
    await expect(app.getByRole('textbox', { name: 'Pipeline file' })).toContainText('# a comment that stays');
  });

  test('has its steps in a list to go back to', async ({ app }) => {
    await showOutline(app);
    await removeTask(app, 'use');
    await removeTask(app, 'make');
    await app.getByRole('menuitem', { name: 'Edit' }).click();
    await app.getByRole('menuitem', { name: 'History' }).click();
    const steps = app.getByRole('dialog').getByRole('listitem');
    await expect(steps).toHaveCount(3);
    await app.getByRole('dialog').getByRole('button', { name: 'Opened' }).click();
    await app.keyboard.press('Escape');
    await expect(row(app, 'make')).toBeVisible();
    await expect(row(app, 'use')).toBeVisible();
  });

  test('is saved under another name, renamed and exported', async ({ app, workspace }) => {
    await app.keyboard.press('Control+Shift+s');
    const dialog = app.getByRole('dialog');
    await expect(dialog.getByRole('option', { name: FILE })).toBeVisible();
    await dialog.getByLabel('File name').fill('second');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(app).toHaveTitle(/^second/);
    expect(readFileSync(join(workspace, 'second.pipeline.yaml'), 'utf8')).toBe(DEMO);
    await app.getByRole('menuitem', { name: 'File' }).click();
    await app.getByRole('menuitem', { name: 'Rename file' }).click();
    await dialog.getByLabel('File name').fill('third.pipeline.yaml');
    await app.keyboard.press('Enter');
    await expect(app).toHaveTitle(/^third/);
    expect(existsSync(join(workspace, 'second.pipeline.yaml'))).toBe(false);
    await app.keyboard.press('Control+e');
    await expect(dialog.getByLabel('File name')).toHaveValue('demo.yaml');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(app.getByText('Written to')).toBeVisible();
    expect(readFileSync(join(workspace, 'demo.yaml'), 'utf8')).toContain('schemaVersion: 2.1.0');
  });

  test('has its problems listed, and mended by their fixes', async ({ app }) => {
    await showOutline(app);
    await removeTask(app, 'make');
    const problem = app.locator('[data-problem="missing-argument"]');
    await expect(problem).toContainText('needs a value');
    await problem.getByRole('button', { name: /an input of the pipeline/ }).click();
    await expect(problem).toHaveCount(0);
    await app.keyboard.press('Control+z');
    await problem.getByRole('button', { name: /needs a value/ }).click();
    await expect(row(app, 'use')).toHaveAttribute('aria-selected', 'true');
  });

  test('is arranged anew, as one step', async ({ app, workspace }) => {
    await app.getByRole('menuitem', { name: 'Pipeline', exact: true }).click();
    await app.getByRole('menuitem', { name: 'Arrange everything' }).click();
    await expect(app).toHaveTitle(/^● demo/);
    await app.keyboard.press('Control+s');
    await expect(app).toHaveTitle(/^demo/);
    const text = readFileSync(join(workspace, FILE), 'utf8');
    const columns = ['"@inputs"', 'make', 'use'].map((name) =>
      Number(new RegExp(`  ${name}: \\[(-?\\d+),`).exec(text)?.[1]),
    );
    expect(columns).toEqual([...columns].sort((left, right) => left - right));
    expect(text.slice(0, text.indexOf('layout:'))).toBe(DEMO.slice(0, DEMO.indexOf('layout:')));
  });

  test('closes without asking when nothing is lost, and asks otherwise', async ({ app, workspace }) => {
    await showOutline(app);
    await removeTask(app, 'use');
    await app.keyboard.press('Alt+w');
    await app.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect(row(app, 'make')).toBeVisible();
    await app.keyboard.press('Alt+w');
    await app.getByRole('dialog').getByRole('button', { name: 'Don’t save' }).click();
    await expect(app.getByTestId('start-page')).toBeVisible();
    expect(readFileSync(join(workspace, FILE), 'utf8')).toBe(DEMO);
    await app.keyboard.press('Alt+Shift+W');
    await expect(row(app, 'use')).toBeVisible();
    await app.keyboard.press('Alt+w');
    await expect(app.getByTestId('start-page')).toBeVisible();
  });
});

test.describe('a file of a newer version', () => {
  test.use({ workspaceFiles: { [FILE]: DEMO.replace('/v1', '/v9') }, target: FILE });

  test('is shown and says why it cannot be changed', async ({ app, workspace }) => {
    await expect(app.getByText('written by a newer version')).toBeVisible();
    await showOutline(app);
    await row(app, 'use').click();
    await row(app, 'use').press('Delete');
    await expect(row(app, 'use')).toBeVisible();
    expect(readFileSync(join(workspace, FILE), 'utf8')).toBe(DEMO.replace('/v1', '/v9'));
  });
});

test.describe('a damaged file', () => {
  const damaged = DEMO.replace('  use:\n', '  use: [\n');
  test.use({ workspaceFiles: { [FILE]: damaged }, target: FILE });

  test('opens as far as it can, and is not overwritten unasked', async ({ app, workspace }) => {
    await showOutline(app);
    await expect(row(app, 'make')).toBeVisible();
    await app.getByRole('tab', { name: 'Problems' }).click();
    await expect(app.locator('[data-problem="file.syntax"]').first()).toBeVisible();
    await removeTask(app, 'make');
    await app.keyboard.press('Control+s');
    await app.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(readFileSync(join(workspace, FILE), 'utf8')).toBe(damaged);
  });
});

test.describe('unsaved work', () => {
  test.use({ workspaceFiles: { [FILE]: DEMO }, target: FILE });

  test('is there again after the page is loaded again', async ({ app }) => {
    await showOutline(app);
    await removeTask(app, 'use');
    await expect
      .poll(() => app.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))))
      .toBe(true);
    await app.reload();
    await waitUntilReady(app);
    await showOutline(app);
    await expect(row(app, 'make')).toBeVisible();
    await expect(row(app, 'use')).toHaveCount(0);
    await expect(app).toHaveTitle(/^● demo/);
  });
});

test('unsaved work is offered after the program was killed', async ({ browser, workspace }) => {
  const dataDirectory = join(workspace, '.data');
  writeFileSync(join(workspace, FILE), DEMO);
  const target = join(workspace, FILE);
  const first = await startWebHost({ target, dataDirectory });
  const page = await browser.newPage();
  await page.goto(first.url);
  await waitUntilReady(page);
  await showOutline(page);
  const written = page.waitForResponse((response) => response.url().endsWith('/api/recovery.write'));
  await removeTask(page, 'use');
  await written;
  first.process.kill('SIGKILL');
  await page.close();
  const second = await startWebHost({ target, dataDirectory });
  const context = await browser.newContext();
  const again = await context.newPage();
  await again.goto(second.url);
  await waitUntilReady(again);
  await again.getByRole('button', { name: 'Restore' }).click();
  await showOutline(again);
  await expect(row(again, 'make')).toBeVisible();
  await expect(row(again, 'use')).toHaveCount(0);
  await expect(again).toHaveTitle(/^● demo/);
  await context.close();
  await second.stop();
});

test.describe('the window', () => {
  test.use({ target: null });

  test('remembers its panels', async ({ app }) => {
    const inspector = app.getByRole('tab', { name: 'Inspector' });
    await expect(inspector).toBeVisible();
    const remembered = app.waitForResponse((response) => response.url().endsWith('/api/session.write'));
    await app.keyboard.press('Control+i');
    await expect(inspector).toBeHidden();
    await remembered;
    await app.reload();
    await waitUntilReady(app);
    await expect(app.getByRole('tab', { name: 'Catalog' })).toBeVisible();
    await expect(inspector).toBeHidden();
    await app.keyboard.press('Control+i');
    await expect(inspector).toBeVisible();
  });

  test('speaks French and goes dark when told to', async ({ app }) => {
    await app.keyboard.press('Control+,');
    const dialog = app.getByRole('dialog');
    await dialog.getByLabel('Language', { exact: true }).selectOption('fr');
    await expect(app.getByRole('heading', { name: 'Réglages' })).toBeVisible();
    await dialog.getByLabel('Thème', { exact: true }).selectOption('dark');
    await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await expect(app.locator('html')).toHaveAttribute('lang', 'fr');
    await app.reload();
    await waitUntilReady(app);
    await expect(app.getByRole('menuitem', { name: 'Fichier' })).toBeVisible();
    await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  });

  test('finds commands in the palette and does them', async ({ app }) => {
    await app.keyboard.press('Control+k');
    await app.getByRole('combobox').fill('dark');
    await expect(app.getByRole('option', { name: 'Dark theme' })).toBeVisible();
    await app.keyboard.press('Enter');
    await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  });

  test('lets keys be changed', async ({ app }) => {
    await app.keyboard.press('Control+,');
    await app.getByPlaceholder('Search settings').fill('dark theme');
    await app.getByRole('button', { name: /^Key of Dark theme/ }).click();
    await app.keyboard.press('Alt+9');
    await expect(app.getByRole('button', { name: /^Key of Dark theme: Alt\+9/ })).toBeVisible();
    await app.keyboard.press('Escape');
    await app.keyboard.press('Alt+9');
    await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  });

  test('opens an example as a copy and lists it as recent', async ({ app }) => {
    await app.locator('[data-example="penguins"]').click();
    await showOutline(app);
    await expect(app.getByRole('tree').getByRole('treeitem').first()).toBeVisible();
    await app.keyboard.press('Alt+w');
    await expect(
      app.getByRole('region', { name: 'Recent' }).getByRole('button', { name: 'penguins' }).first(),
    ).toBeVisible();
  });

  test('makes a new pipeline and saves it where the user wants', async ({ app, host, workspace }) => {
    expect(host.readErrors()).not.toContain('rror');
    await app.getByRole('button', { name: 'New pipeline' }).click();
    await expect(app.getByRole('tab', { name: /Untitled 1/ })).toBeVisible();
    await app.keyboard.press('Control+s');
    const dialog = app.getByRole('dialog');
    await expect(dialog.getByLabel('File name')).toHaveValue('pipeline-1.pipeline.yaml');
    expect(workspace).not.toBe('');
    await app.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });
});

test.describe('without its host', () => {
  test.use({ target: null, expectedMessages: [/Failed to load resource|ERR_/] });

  test('the page says so and goes on', async ({ app, host }) => {
    await app.getByRole('button', { name: 'New pipeline' }).click();
    await host.stop();
    await expect(app.getByText('Pipewright does not answer')).toBeVisible();
    await expect(app.getByTestId('canvas')).toBeVisible();
  });
});

test('a page without the token says how to get in', async ({ page, host }) => {
  await page.goto(new URL(host.url).origin);
  await expect(page.getByTestId('no-access')).toContainText('without its key');
});

test.describe('for everybody', () => {
  test.use({ workspaceFiles: { [FILE]: DEMO }, target: FILE });

  for (const scheme of ['light', 'dark'] as const) {
    test(`the ${scheme} window has no fault that a machine can find`, async ({ app }) => {
      await app.emulateMedia({ colorScheme: scheme });
      await showOutline(app);
      await checkAccessibility(app);
      for (const key of ['Control+k', 'Control+,']) {
        await app.keyboard.press(key);
        await expect(app.getByRole('dialog')).toBeVisible();
        await checkAccessibility(app);
        await app.keyboard.press('Escape');
        await expect(app.getByRole('dialog')).toHaveCount(0);
      }
    });
  }

  test('the tab key leads through the page', async ({ app }) => {
    await expect(app.getByTestId('canvas')).toBeVisible();
    await app.keyboard.press('Tab');
    await expect(app.getByRole('menuitem', { name: 'File' })).toBeFocused();
    await app.keyboard.press('Tab');
    await expect(app.getByRole('button', { name: /^Search commands/ })).toBeFocused();
    await expect(app.getByRole('dialog')).toHaveCount(0);
  });

  test('every part of the window can be reached by key', async ({ app }) => {
    await app.keyboard.press('F6');
    const seen = new Set<string>();
    for (let press = 0; press < 8; press += 1) {
      const place = await app.evaluate(() => {
        const region = document.activeElement?.closest('[data-region], [data-panel], [data-key-scope]');
        return region instanceof HTMLElement ? (region.dataset.region ?? region.dataset.panel ?? 'canvas') : 'none';
      });
      seen.add(place);
      await app.keyboard.press('F6');
    }
    expect([...seen]).toEqual(expect.arrayContaining(['title-bar', 'catalog', 'canvas', 'inspector', 'problems']));
  });
});

async function checkAccessibility(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(found).toEqual([]);
}

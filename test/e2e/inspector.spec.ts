import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { INSPECTOR_FILES } from './inspector-files.ts';

test.use({ workspaceFiles: INSPECTOR_FILES });

function inspector(app: Page): Locator {
  return app.getByTestId('inspector');
}

async function addTask(app: Page, name: string): Promise<void> {
  await app.locator('[data-panel="catalog"]').getByRole('treeitem', { name }).first().dblclick();
  await expect(inspector(app)).toHaveAttribute('data-subject', 'task');
}

function field(app: Page, name: string): Locator {
  return inspector(app).getByLabel(name, { exact: true });
}

async function undo(app: Page): Promise<void> {
  await app.getByRole('button', { name: 'Undo', exact: true }).click();
}

/** What the pipeline's own file would hold. */
async function expectInFile(app: Page, text: string | RegExp): Promise<void> {
  await app.getByRole('tab', { name: 'Preview' }).click();
  await app.getByLabel('Shown text').selectOption('file');
  await expect(app.locator('[data-panel="preview"] .cm-content')).toContainText(text);
}

test('typing in a field is one step of history, and Escape takes it back', async ({ app }) => {
  await addTask(app, 'Every type');
  const words = field(app, 'words');
  await expect(words).toHaveAttribute('placeholder', 'Default: hello');
  await words.pressSequentially('abc');
  await words.blur();
  await expect(words).toHaveValue('abc');
  await words.focus();
  await words.pressSequentially('def');
  await app.keyboard.press('Escape');
  await expect(words).toHaveValue('abc');
  await words.blur();
  await undo(app);
  await expect(words).toHaveValue('');
});

test('empty text is not the same as unset', async ({ app }) => {
  await addTask(app, 'Every type');
  const words = field(app, 'words');
  await words.fill('x');
  await words.fill('');
  await expect(words).toHaveAttribute('placeholder', 'Empty text');
  await inspector(app).getByRole('button', { name: 'More for words' }).click();
  await app.getByRole('menuitem', { name: 'Unset (use the default)' }).click();
  await expect(words).toHaveAttribute('placeholder', 'Default: hello');
});

test('what is no number stays in the field with the reason and is not stored', async ({ app }) => {
  await addTask(app, 'Every type');
  const count = field(app, 'count');
  await count.fill('12');
  await count.fill('12x');
  await count.blur();
  await expect(count).toHaveValue('12x');
  await expect(inspector(app).getByText('Write a whole number')).toBeVisible();
  await expect(app.getByTestId('canvas').locator('[data-task="every-type"]')).toContainText('12');
  await count.fill('13');
  await expect(inspector(app).getByText('Write a whole number')).toHaveCount(0);
});

test('a list is edited in rows and as JSON', async ({ app }) => {
  await addTask(app, 'Every type');
  await inspector(app).getByRole('button', { name: 'Set names' }).click();
  await inspector(app).getByRole('button', { name: 'Add item' }).click();
  await field(app, 'names, item 1').fill('anna');
  await inspector(app).getByText('JSON', { exact: true }).click();
  const text = field(app, 'names');
  await expect(text).toHaveValue('[\n  "anna"\n]');
  await text.fill('["anna", ');
  await expect(inspector(app).getByText('This is not JSON')).toBeVisible();
  await text.fill('["anna", 2]');
  await inspector(app).getByText('Rows', { exact: true }).click();
  await expect(field(app, 'names, item 2')).toHaveValue('2');
});

test('an input is connected from the list of what fits, and disconnected', async ({ app }) => {
  await addTask(app, 'Make table');
  await addTask(app, 'Every type');
  await inspector(app).getByRole('button', { name: 'Connect table' }).click();
  await expect(app.getByRole('option', { name: /count/ })).toHaveCount(0);
  await app.getByRole('option', { name: /make-table.*table/ }).click();
  await expect(inspector(app).getByRole('button', { name: 'Go to make-table table' })).toBeVisible();
  await inspector(app).getByRole('button', { name: 'Disconnect make-table.table' }).click();
  await expect(inspector(app).getByText('Must be connected')).toBeVisible();
});

test('a value becomes a pipeline input with that default', async ({ app }) => {
  await addTask(app, 'Every type');
  await field(app, 'count').fill('7');
  await inspector(app).getByRole('button', { name: 'More for count' }).click();
  await app.getByRole('menuitem', { name: 'Make it a pipeline input' }).click();
  await inspector(app).getByRole('button', { name: 'Go to input count' }).click();
  await expect(inspector(app)).toHaveAttribute('data-subject', 'pipeline');
  await expect(field(app, 'Default of count')).toHaveValue('7');
});

test('text with references', async ({ app }) => {
  await addTask(app, 'Every type');
  await inspector(app).getByRole('button', { name: 'More for words' }).click();
  await app.getByRole('menuitem', { name: 'Text with references' }).click();
  await inspector(app).getByRole('textbox', { name: 'words' }).click();
  await app.keyboard.type('rows: ');
  await inspector(app).getByRole('button', { name: 'Insert a reference into words' }).click();
  await app.getByRole('option', { name: /rows/ }).click();
  await app.keyboard.type('!');
  await expect(inspector(app).getByRole('textbox', { name: 'words' })).toHaveText('rows: rows!');
  await expectInFile(app, /words: .*rows: /);
});

test('a dictionary with references is edited as JSON', async ({ app }) => {
  await addTask(app, 'Every type');
  await inspector(app).getByRole('button', { name: 'More for config' }).click();
  await app.getByRole('menuitem', { name: 'JSON with references' }).click();
  const text = inspector(app).getByRole('textbox', { name: 'config' });
  await text.click();
  await app.keyboard.press('ControlOrMeta+a');
  await app.keyboard.type('{"rows": ');
  await expect(inspector(app).getByText('This is not JSON')).toBeVisible();
  await inspector(app).getByRole('button', { name: 'Insert a reference into config' }).click();
  await app.getByRole('option', { name: /rows/ }).click();
  await app.keyboard.type('}');
  await expect(inspector(app).getByText('This is not JSON')).toHaveCount(0);
  await expectInFile(app, /template:\s*map:\s*rows: /);
});

test('what a task runs after is chosen from a list', async ({ app }) => {
  await addTask(app, 'Make table');
  await addTask(app, 'Every type');
  await inspector(app).getByRole('button', { name: 'Run after…' }).click();
  await app.getByRole('option', { name: 'make-table' }).click();
  await expect(inspector(app).getByRole('button', { name: 'No longer run after make-table' })).toBeVisible();
  await expectInFile(app, /after:.*make-table/);
});

test('renaming tidies what is typed; the name is one step', async ({ app }) => {
  await addTask(app, 'Every type');
  const name = inspector(app).getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('My Great Task');
  await expect(name).toHaveValue('my-great-task');
  await name.press('Enter');
  await expect(app.getByTestId('canvas').locator('[data-task="my-great-task"]')).toHaveCount(1);
  await undo(app);
  await expect(app.getByTestId('canvas').locator('[data-task="every-type"]')).toHaveCount(1);
});

test('options: resources are checked as they are typed', async ({ app }) => {
  await addTask(app, 'Every type');
  await inspector(app).getByRole('button', { name: 'Resources' }).click();
  const limit = inspector(app).getByRole('textbox', { name: 'CPU limit' });
  await limit.fill('two');
  await expect(inspector(app).getByText('is not an amount of CPU')).toBeVisible();
  await limit.fill('2');
  await inspector(app).getByRole('button', { name: 'Retry' }).click();
  await inspector(app).getByRole('textbox', { name: 'Tries again' }).fill('4');
  await expectInFile(app, /cpuLimit: .?2/);
});

test('a problem leads to its field and its mend stands there', async ({ app }) => {
  await addTask(app, 'Every type');
  await app.locator('[data-panel="problems"] [data-problem="missing-argument"] button').first().click();
  const place = inspector(app).locator('[data-field="argument:table"]');
  await expect(place.getByRole('button', { name: 'Connect table' })).toBeFocused();
  await place.getByRole('button', { name: 'Make “table” an input of the pipeline' }).click();
  await expect(place.getByRole('button', { name: 'Go to input table' })).toBeVisible();
});

test('several tasks are changed at once, in one step', async ({ app }) => {
  await addTask(app, 'Make table');
  await addTask(app, 'Clean table');
  await app
    .getByTestId('canvas')
    .locator('.react-flow__pane')
    .click({ position: { x: 8, y: 8 } });
  await app.keyboard.press('ControlOrMeta+a');
  await expect(inspector(app)).toHaveAttribute('data-subject', 'many');
  await inspector(app).getByRole('combobox', { name: 'Use cached results' }).selectOption('off');
  await expectInFile(app, 'enabled: false');
  await undo(app);
  await expect(inspector(app).getByRole('combobox', { name: 'Use cached results' })).toHaveValue('on');
});

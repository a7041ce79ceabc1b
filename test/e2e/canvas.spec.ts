import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CANVAS_FILES } from './canvas-files.ts';
import { CanvasPage } from './canvas-page.ts';
import { expect, test } from './fixtures.ts';

test.use({ workspaceFiles: CANVAS_FILES, viewport: { width: 1600, height: 900 } });

async function drawThree(page: CanvasPage): Promise<void> {
  await page.addTask('Make table', { x: 120, y: 60 });
  await page.addTask('Clean table', { x: 460, y: 60 });
  await page.addTask('Train model', { x: 460, y: 300 });
  await expect(page.task('train-model')).toBeVisible();
}

test('draws tasks and wires them by mouse; the file says what was drawn', async ({ app, workspace }) => {
  const page = new CanvasPage(app);
  await drawThree(page);
  await page.drag(page.port('make-table', 'out:table'), page.port('clean-table', 'in:table'));
  await expect(page.wire('make-table.table', 'clean-table.table')).toHaveCount(1);
  await app.keyboard.press('Control+s');
  await expect
    .poll(() => readFileSync(join(workspace, 'drawing.pipeline.yaml'), 'utf8'))
    .toContain('table: {from: make-table.table}');
});

test('while a wire is drawn, ports that cannot take it dim; a refused drop says why at the pointer', async ({
  app,
}) => {
  const page = new CanvasPage(app);
  await drawThree(page);
  await page.drag(page.port('make-table', 'out:table'), page.port('train-model', 'in:rate'), { drop: false });
  await expect(page.port('train-model', 'in:rate')).toHaveAttribute('data-wire', 'refused');
  await expect(page.port('clean-table', 'in:table')).toHaveAttribute('data-wire', 'fits');
  await app.mouse.up();
  await expect(app.getByTestId('wire-refusal')).toContainText(
    'The input “rate” takes a value (Float); this is an artifact (Dataset).',
  );
  await expect(app.getByRole('group', { name: /^Wire from/ })).toHaveCount(0);
});

test('a wire that would close a cycle is refused and the cycle named', async ({ app }) => {
  const page = new CanvasPage(app);
  await page.addTask('Clean table', { x: 120, y: 60 });
  await page.addTask('Clean table', { x: 460, y: 60 });
  await page.drag(page.port('clean-table', 'out:cleaned'), page.port('clean-table-2', 'in:table'));
  await expect(page.wire('clean-table.cleaned', 'clean-table-2.table')).toHaveCount(1);
  await page.drag(page.port('clean-table-2', 'out:cleaned'), page.port('clean-table', 'in:table'));
  await expect(app.getByTestId('wire-refusal')).toContainText('clean-table');
  await expect(app.getByTestId('wire-refusal')).toContainText('clean-table-2');
  await expect(app.getByRole('group', { name: /^Wire from/ })).toHaveCount(1);
});

test('a wire onto a filled input replaces what was there, says so and can be taken back', async ({ app }) => {
  const page = new CanvasPage(app);
  await drawThree(page);
  await page.drag(page.port('make-table', 'out:table'), page.port('train-model', 'in:table'));
  await page.drag(page.port('clean-table', 'out:cleaned'), page.port('train-model', 'in:table'), { drop: false });
  await expect(page.canvas.getByText('Replaces make-table.table')).toBeVisible();
  await app.mouse.up();
  await expect(page.wire('clean-table.cleaned', 'train-model.table')).toHaveCount(1);
  await app.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.wire('make-table.table', 'train-model.table')).toHaveCount(1);
});

test('an input of the pipeline is wired to a port, and a task output to a new output', async ({ app }) => {
  const page = new CanvasPage(app);
  await page.addTask('Make table', { x: 400, y: 60 });
  await page.drag(page.inputPort('rows'), page.port('make-table', 'in:rows'));
  await expect(page.wire('rows', 'make-table.rows')).toHaveCount(1);
  await app.keyboard.press('1');
  await page.drag(page.port('make-table', 'out:table'), page.outputPort('+'));
  await expect(page.outputPort('table')).toBeVisible();
});

test('a wire dropped in the void offers what fits and draws it', async ({ app }) => {
  const page = new CanvasPage(app);
  await page.addTask('Make table', { x: 120, y: 60 });
  await page.drag(
    page.port('make-table', 'out:count'),
    page.canvas.getByLabel('Overview of the drawing').or(page.canvas).first(),
  );
  const menu = app.getByTestId('quick-add');
  await expect(menu).toBeVisible();
  await expect(menu.getByRole('option', { name: 'Train model' })).toHaveCount(0);
  await menu.getByRole('combobox').fill('Make table');
  await app.keyboard.press('Enter');
  await expect(page.wire('make-table.count', 'make-table-2.rows')).toHaveCount(1);
});

test('deletes, undoes, copies and pastes, duplicates, renames', async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = new CanvasPage(app);
  await drawThree(page);
  await page.drag(page.port('make-table', 'out:table'), page.port('clean-table', 'in:table'));
  await page.task('clean-table').click({ position: { x: 100, y: 12 } });
  await app.keyboard.press('Delete');
  await expect(page.task('clean-table')).toHaveCount(0);
  await app.keyboard.press('Control+z');
  await expect(page.wire('make-table.table', 'clean-table.table')).toHaveCount(1);

  await page.task('clean-table').click({ position: { x: 100, y: 12 } });
  await app.keyboard.press('Control+c');
  await expect(app.getByText('1 item copied')).toBeVisible();
  const copied = await app.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('kind: Fragment');
  await app.keyboard.press('Control+v');
  await expect(page.task('clean-table-2')).toBeVisible();
  await app.keyboard.press('Control+d');
  await expect(page.canvas.locator('[data-task]')).toHaveCount(5);

  await app.keyboard.press('F2');
  await app.getByRole('textbox', { name: 'Name of the task' }).fill('Tidy Up');
  await app.keyboard.press('Enter');
  await expect(page.task('tidy-up')).toBeVisible();
});

test('moving one task changes one line of the file', async ({ app, workspace }) => {
  const file = join(workspace, 'drawing.pipeline.yaml');
  const page = new CanvasPage(app);
  await drawThree(page);
  await app.keyboard.press('Control+s');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('train-model:');
  await expect(app.getByText('Saved', { exact: true })).toBeVisible();
  const before = readFileSync(file, 'utf8').split('\n');
  const box = await page.task('train-model').boundingBox();
  if (box === null) throw new Error('not on the screen');
  await app.mouse.move(box.x + 120, box.y + 14);
  await app.mouse.down();
  await app.mouse.move(box.x + 180, box.y + 60, { steps: 5 });
  await app.mouse.up();
  await app.keyboard.press('Control+s');
  await expect
    .poll(
      () =>
        readFileSync(file, 'utf8')
          .split('\n')
          .filter((line, index) => line !== before[index]).length,
    )
    .toBe(1);
});

test('a box selects what it touches, and Control+A everything', async ({ app }) => {
  const page = new CanvasPage(app);
  await drawThree(page);
  const canvas = await page.canvas.boundingBox();
  const clean = await page.task('clean-table').boundingBox();
  if (canvas === null || clean === null) throw new Error('not on the screen');
  await app.mouse.move(clean.x - 20, canvas.y + 6);
  await app.mouse.down();
  await app.mouse.move(clean.x + 60, clean.y + 60, { steps: 5 });
  await app.mouse.up();
  await expect(page.canvas.locator('[data-task][data-selected="true"]')).toHaveCount(1);
  await page.focus();
  await app.keyboard.press('Control+a');
  await expect(page.canvas.locator('[data-task][data-selected="true"]')).toHaveCount(3);
});

test('says what to do on an empty canvas', async ({ app }) => {
  await expect(app.getByText('Drag a component from the catalog, or double-click here to add one.')).toBeVisible();
});

test('the end of a wire is dragged to another port in one step', async ({ app }) => {
  const page = new CanvasPage(app);
  await drawThree(page);
  await page.drag(page.port('make-table', 'out:table'), page.port('clean-table', 'in:table'));
  const wire = page.wire('make-table.table', 'clean-table.table');
  await wire.focus();
  await page.drag(wire.locator('.react-flow__edgeupdater-target'), page.port('train-model', 'in:table'));
  await expect(page.wire('make-table.table', 'train-model.table')).toHaveCount(1);
  await expect(wire).toHaveCount(0);
  await page.focus();
  await app.keyboard.press('Control+z');
  await expect(wire).toHaveCount(1);
  await expect(page.wire('make-table.table', 'train-model.table')).toHaveCount(0);
});

test('"run after" is drawn between headers', async ({ app }) => {
  const page = new CanvasPage(app);
  await drawThree(page);
  await page.drag(page.port('make-table', 'after-out'), page.port('clean-table', 'after-in'));
  await expect(app.getByRole('group', { name: 'clean-table runs after make-table' })).toHaveCount(1);
});

test('arranging gives every task a place of its own', async ({ app }) => {
  const page = new CanvasPage(app);
  await drawThree(page);
  await page.drag(page.port('make-table', 'out:table'), page.port('clean-table', 'in:table'));
  await page.drag(page.port('clean-table', 'out:cleaned'), page.port('train-model', 'in:table'));
  await page.focus();
  await app.keyboard.press('Shift+L');
  const left = async (task: string) => (await page.task(task).boundingBox())?.x ?? 0;
  await expect.poll(async () => (await left('train-model')) - (await left('clean-table'))).toBeGreaterThan(20);
  expect(await left('clean-table')).toBeGreaterThan(await left('make-table'));
});

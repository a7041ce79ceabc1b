import { expect, type Locator, type Page } from '@playwright/test';

/** The canvas as a user meets it: tasks by path, ports by name, the mouse between them. */
export class CanvasPage {
  readonly page: Page;
  readonly canvas: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.getByTestId('canvas');
  }

  task(path: string): Locator {
    return this.canvas.locator(`[data-task="${path}"]`);
  }

  port(task: string, port: string): Locator {
    return this.task(task).locator(`[data-port="${port}"]`);
  }

  inputPort(name: string): Locator {
    return this.canvas.getByTestId('pipeline-inputs').locator(`[data-port="out:${name}"]`);
  }

  outputPort(name: string): Locator {
    return this.canvas.getByTestId('pipeline-outputs').locator(`[data-port="in:${name}"]`);
  }

  wire(from: string, to: string): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^Wire from ${from} to ${to}`) });
  }

  /** Adds a task by typing its component's name into the menu of a double-click. */
  async addTask(component: string, at: { readonly x: number; readonly y: number }): Promise<void> {
    await this.canvas.locator('.react-flow__pane').dblclick({ position: at });
    await this.page.getByTestId('quick-add').getByRole('combobox').fill(component);
    await this.page.getByRole('option', { name: component }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByTestId('quick-add')).toHaveCount(0);
  }

  /** Draws with the mouse from the middle of one element to the middle of another. */
  async drag(from: Locator, to: Locator, options: { readonly drop?: boolean } = {}): Promise<void> {
    const start = await middleOf(from);
    const end = await middleOf(to);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    if (options.drop !== false) await this.page.mouse.up();
  }

  async focus(): Promise<void> {
    await this.canvas.locator('.react-flow__pane').click({ position: { x: 8, y: 8 } });
  }
}

async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

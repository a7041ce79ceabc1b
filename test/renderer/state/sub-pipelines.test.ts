import { beforeEach, describe, expect, it } from 'vitest';
import { applyEdit, undoEdit } from '../../../renderer/state/edits.ts';
import { goToPlace } from '../../../renderer/state/looking.ts';
import { getState } from '../../../renderer/state/store.ts';
import { enterTask, leavePipeline, usesOfPipeline } from '../../../renderer/state/sub-pipelines.ts';
import { openTab } from '../../../renderer/state/tabs.ts';
import { removeNodes } from '../../../src/model/edits/remove-nodes.ts';
import { groupDocument, taskNamed } from '../canvas/group-document.ts';
import { resetStore } from './reset-store.ts';

const document = groupDocument();
const first = taskNamed(document, 'first-sub');
const second = taskNamed(document, 'second-sub');
const deep = taskNamed(document, 'deep');
const target = document.tasks.get(first)?.target;
const inner = target?.kind === 'pipeline' ? target.pipeline : document.root;

describe('sub-pipelines', () => {
  beforeEach(() => resetStore());

  const viewOf = (tab: ReturnType<typeof openTab>) => getState().view.byTab.get(tab);

  it('are entered through their task and left to it', () => {
    const tab = openTab({ document });
    expect(enterTask(tab, first)).toBe(true);
    expect(viewOf(tab)).toMatchObject({ pipeline: inner, through: [first] });
    leavePipeline(tab);
    expect(viewOf(tab)).toMatchObject({ pipeline: document.root, through: [] });
    expect([...(viewOf(tab)?.selection.nodes ?? [])]).toEqual([first]);
    expect(enterTask(tab, deep)).toBe(false);
  });

  it('count their uses', () => {
    expect(usesOfPipeline(document, inner)).toBe(2);
    expect(usesOfPipeline(document, document.root)).toBe(0);
  });

  it('are reached from a problem by the shortest way', () => {
    const tab = openTab({ document });
    goToPlace(tab, { pipeline: inner, node: deep });
    expect(viewOf(tab)).toMatchObject({ pipeline: inner, through: [first] });
    expect([...(viewOf(tab)?.selection.nodes ?? [])]).toEqual([deep]);
  });

  it('stay on the canvas by another way when the task on the way is deleted', () => {
    const tab = openTab({ document });
    enterTask(tab, first);
    applyEdit(tab, removeNodes(document, [first]));
    expect(viewOf(tab)).toMatchObject({ pipeline: inner, through: [second] });
    undoEdit(tab);
    expect(viewOf(tab)?.pipeline).toBe(inner);
  });
});

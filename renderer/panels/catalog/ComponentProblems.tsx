import { Button } from '@mantine/core';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CatalogEntry, ComponentFix, ComponentProblem } from '../../../src/catalog/component-description.ts';
import { perform } from '../../commands/run-command.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { SeverityIcon } from '../../parts/SeverityIcon.tsx';
import { toast } from '../../parts/toast.tsx';
import { callHost } from '../../state/host-access.ts';
import classes from './Details.module.css';
import { isShipped } from './folders.ts';

interface ComponentProblemsProps {
  readonly entry: CatalogEntry;
  readonly onShow: (path: string) => void;
}

/** What KFP would refuse about a component, where in its file, and what mends it; then mere hints. */
export function ComponentProblems({ entry, onShow }: ComponentProblemsProps) {
  const problems = entry.status === 'ok' ? entry.description.problems : entry.problems;
  const notes = entry.status === 'ok' ? entry.description.notes : [];
  if (problems.length + notes.length === 0) return null;
  const severity = entry.status === 'ok' ? 'warning' : 'error';
  return (
    <ul className={classes.problems}>
      {problems.map((problem) => (
        <ProblemLine key={keyOf(problem)} entry={entry} problem={problem} severity={severity} onShow={onShow} />
      ))}
      {notes.map((note) => (
        <ProblemLine key={keyOf(note)} entry={entry} problem={note} severity="info" onShow={onShow} />
      ))}
    </ul>
  );
}

interface ProblemLineProps extends ComponentProblemsProps {
  readonly problem: ComponentProblem;
  readonly severity: 'error' | 'warning' | 'info';
}

function ProblemLine({ entry, problem, severity, onShow }: ProblemLineProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const { code, values, line, fix } = problem;
  return (
    <li className={classes.problem} data-problem={code}>
      <SeverityIcon severity={severity} size={14} />
      <span>
        <span>
          {say(`component.${code}`, values)}
          {line !== undefined && <span className={classes.quiet}> ({t('catalog.line', { line })})</span>}
        </span>
        {fix !== undefined && !isShipped(entry) && (
          <Button variant="default" size="compact-xs" onClick={() => void perform(() => makeCopy(entry, fix, onShow))}>
            {say(`component.fix.${fix.kind}`)}
          </Button>
        )}
      </span>
    </li>
  );
}

/** Writes the mended copy beside the file; the catalog's watcher finds it. */
async function makeCopy(entry: CatalogEntry, fix: ComponentFix, onShow: (path: string) => void): Promise<void> {
  const { path } = await callHost('catalog.retype', { path: entry.path, inputs: [...fix.inputs] });
  toast({ message: i18next.t('catalog.retyped', { path }), kind: 'good' });
  onShow(path);
}

function keyOf({ code, values, line }: ComponentProblem): string {
  return `${code} ${line ?? ''} ${JSON.stringify(values)}`;
}

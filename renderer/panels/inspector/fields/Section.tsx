import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import classes from './Fields.module.css';
import { type SectionId, sectionStore, setFolded } from './section-store.ts';

interface SectionProps {
  readonly id: SectionId;
  /** A word beside the title: a count, or what is set in it. */
  readonly note?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the inspector under a title that folds it. */
export function Section({ id, note, tools, children }: SectionProps) {
  const { t } = useTranslation();
  const isFolded = useStore(sectionStore, ({ folded }) => folded.has(id));
  const content = useId();
  const Arrow = isFolded ? IconChevronRight : IconChevronDown;
  const title = t(`inspector.section.${id}`);
  return (
    <section className={classes.section} aria-label={title} data-section={id}>
      <div className={classes.sectionHead}>
        <h3>
          <button
            type="button"
            className={classes.fold}
            aria-expanded={!isFolded}
            {...(isFolded ? {} : { 'aria-controls': content })}
            onClick={() => setFolded(id, !isFolded)}
          >
            <Arrow size={14} stroke={2} aria-hidden={true} />
            {title}
            {note !== undefined && <span className={classes.note}>{note}</span>}
          </button>
        </h3>
        {tools}
      </div>
      {!isFolded && (
        <div id={content} className={classes.fields}>
          {children}
        </div>
      )}
    </section>
  );
}

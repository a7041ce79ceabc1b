import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { applyFix } from '../../../src/analysis/apply-fix.ts';
import type { ConnectionOffer } from '../../../src/analysis/connection.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { editDocument } from '../../state/edits.ts';
import { useCanEdit } from '../../state/hooks.ts';
import classes from './connection.module.css';
import { forgetRefusal, gestureStore } from './gesture-store.ts';
import { verdictText } from './verdict-text.ts';

const SHOWN_MILLISECONDS = 8000;
const WIDTH = 320;

/** Why the last wire or move was refused, said where it was dropped, until the next act; and what KFP has instead. */
export function Refusal({ tabId }: { readonly tabId: TabId }) {
  const refusal = useStore(gestureStore, (gesture) => gesture.refusal);
  const box = useRef<HTMLDivElement>(null);
  const offers =
    refusal === null || refusal.verdict.ok || refusal.tabId !== tabId ? [] : (refusal.verdict.offers ?? []);
  const hasOffers = offers.length > 0;
  useEffect(() => {
    if (refusal === null) return undefined;
    const onPointerDown = (event: PointerEvent): void => {
      if (!(event.target instanceof Node) || box.current?.contains(event.target) !== true) forgetRefusal();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const isInside = event.target instanceof Node && box.current?.contains(event.target) === true;
      if (event.key === 'Escape' || !(isInside || event.key === 'Tab')) forgetRefusal();
    };
    // An offer waits until it is taken or left; words alone go away by themselves.
    const timer = hasOffers ? undefined : setTimeout(forgetRefusal, SHOWN_MILLISECONDS);
    window.addEventListener('pointerdown', onPointerDown);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', onPointerDown);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [refusal, hasOffers]);
  const text = refusal === null || refusal.verdict.ok ? '' : verdictText(refusal.verdict);
  const place =
    refusal === null
      ? {}
      : { left: Math.max(8, Math.min(refusal.x + 12, window.innerWidth - WIDTH)), top: refusal.y + 12 };
  return (
    <div ref={box} className={text === '' ? '' : (classes.refusal ?? '')} style={place}>
      <div role="status" data-testid="wire-refusal">
        {text}
      </div>
      {hasOffers && <Offers tabId={tabId} offers={offers} />}
    </div>
  );
}

function Offers({ tabId, offers }: { readonly tabId: TabId; readonly offers: readonly ConnectionOffer[] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const canEdit = useCanEdit(tabId);
  if (!canEdit) return null;
  return (
    <fieldset className={classes.offers} aria-label={t('canvas.offers')}>
      {offers.map((offer, index) => (
        <button
          key={offer.change.kind}
          type="button"
          className={classes.offer}
          ref={index === 0 ? focus : undefined}
          onClick={() => {
            forgetRefusal();
            editDocument(tabId, (document) => applyFix(document, offer));
          }}
        >
          {sentence(`fix.${offer.change.kind}`, offer.values)}
        </button>
      ))}
    </fieldset>
  );
}

function focus(button: HTMLButtonElement | null): void {
  button?.focus({ preventScroll: true });
}

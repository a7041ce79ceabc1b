import { useEffect } from 'react';
import { useStore } from 'zustand';
import classes from './connection.module.css';
import { forgetRefusal, gestureStore } from './gesture-store.ts';
import { verdictText } from './verdict-text.ts';

const SHOWN_MILLISECONDS = 8000;

/** Why the last wire was refused, said where it was dropped, until the next act. */
export function Refusal() {
  const refusal = useStore(gestureStore, (gesture) => gesture.refusal);
  useEffect(() => {
    if (refusal === null) return undefined;
    const timer = setTimeout(forgetRefusal, SHOWN_MILLISECONDS);
    window.addEventListener('pointerdown', forgetRefusal);
    window.addEventListener('keydown', forgetRefusal);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', forgetRefusal);
      window.removeEventListener('keydown', forgetRefusal);
    };
  }, [refusal]);
  const text = refusal === null || refusal.verdict.ok ? '' : verdictText(refusal.verdict);
  const place =
    refusal === null ? {} : { left: Math.min(refusal.x + 12, window.innerWidth - 320), top: refusal.y + 12 };
  return (
    <div role="status" data-testid="wire-refusal" className={text === '' ? '' : (classes.refusal ?? '')} style={place}>
      {text}
    </div>
  );
}

import { Button } from '@mantine/core';
import i18next from 'i18next';
import { Component, type ReactNode } from 'react';
import { flushRecovery } from '../files/recovery.ts';
import { BrandMark } from '../parts/BrandMark.tsx';
import { EmptyPlace } from '../parts/EmptyPlace.tsx';

interface TopErrorState {
  readonly failed: boolean;
}

/** The last resort when the page cannot be drawn: writes the recovery copies at once and offers to load again. */
export class TopErrorBoundary extends Component<{ readonly children: ReactNode }, TopErrorState> {
  override readonly state: TopErrorState = { failed: false };

  static getDerivedStateFromError(): TopErrorState {
    return { failed: true };
  }

  override componentDidCatch(): void {
    void flushRecovery();
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyPlace icon={<BrandMark size={40} />} title={i18next.t('fault.appTitle')} hint={i18next.t('fault.appHint')}>
        <Button variant="default" onClick={() => this.setState({ failed: false })}>
          {i18next.t('fault.again')}
        </Button>
        <Button onClick={() => window.location.reload()}>{i18next.t('fault.reload')}</Button>
      </EmptyPlace>
    );
  }
}

import { Button } from '@mantine/core';
import i18next from 'i18next';
import { Component, type ReactNode } from 'react';
import { EmptyPlace } from '../parts/EmptyPlace.tsx';

interface ErrorBoundaryProps {
  /** Names what failed, for the log. */
  readonly place: string;
  readonly children: ReactNode;
  readonly onError?: (error: unknown) => void;
}

interface ErrorBoundaryState {
  readonly failed: boolean;
}

/**
 * Catches what is thrown while drawing. The store stays as it is, so every edit is kept and the part can be drawn again.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { failed: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError?.(error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyPlace title={i18next.t('fault.title')} hint={i18next.t('fault.hint')}>
        <Button variant="default" onClick={() => this.setState({ failed: false })}>
          {i18next.t('fault.again')}
        </Button>
      </EmptyPlace>
    );
  }
}

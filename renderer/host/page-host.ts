import type { HostClient } from '../../src/api/host.ts';

/** `refused`: the host answers and does not know this page's token. */
export type ConnectionState = 'connecting' | 'online' | 'offline' | 'refused';

/** What is told when the connection changes. After `missedEvents` everything shown must be read again. */
export interface ConnectionChange {
  readonly state: ConnectionState;
  readonly missedEvents: boolean;
}

/** The host as the page sees it: the contract, and how the line is. */
export interface PageHost extends HostClient {
  onConnectionChange(listener: (change: ConnectionChange) => void): () => void;
  /** Ends the event stream and all timers. */
  dispose(): void;
}

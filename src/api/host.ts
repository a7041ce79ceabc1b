import type { EventName, HostEvents } from './events.ts';
import type { MethodName, MethodParams } from './params.ts';
import type { MethodResult } from './results.ts';

/** Who calls: one window, page or command. Claims, watches and opened folders belong to it. */
export interface CallContext {
  readonly clientId: string;
}

/** What services implement. A handler throws `HostError` for expected failures. */
export type Handlers = {
  readonly [Name in MethodName]: (
    params: MethodParams<Name>,
    context: CallContext,
  ) => Promise<MethodResult<Name>> | MethodResult<Name>;
};

/** What one service offers of them. */
export type PartialHandlers = Partial<Handlers>;

/** Tells every client, or one of them. */
export type Emit = <Name extends EventName>(name: Name, payload: HostEvents[Name], clientId?: string) => void;

/** A service: handlers, and an end. */
export interface Service<Names extends MethodName = MethodName> {
  readonly handlers: Pick<Handlers, Names>;
  /** Ends everything it started. Resolves when nothing of it is left. */
  dispose(): Promise<void>;
}

/** The client side of the contract, the same over every transport. A failed call rejects with `HostError`. */
export interface HostClient {
  call<Name extends MethodName>(name: Name, params: MethodParams<Name>): Promise<MethodResult<Name>>;
  /** Returns the function that ends the subscription. */
  subscribe<Name extends EventName>(name: Name, listener: (payload: HostEvents[Name]) => void): () => void;
}

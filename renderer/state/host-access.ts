import { HostError } from '../../src/api/errors.ts';
import type { HostClient } from '../../src/api/host.ts';
import type { MethodName, MethodParams } from '../../src/api/params.ts';
import type { MethodResult } from '../../src/api/results.ts';
import type { PageHost } from '../host.ts';

let current: PageHost | null = null;

/** Names the host that the functions of this folder call. Done once by `main.tsx`, and by tests. */
export function setHost(host: PageHost): void {
  current = host;
}

/** The host. */
export function getHost(): HostClient {
  if (current === null) throw new Error('No host was set');
  return current;
}

/** Calls the host. Rejects with `HostError`. */
export function callHost<Name extends MethodName>(name: Name, params: MethodParams<Name>): Promise<MethodResult<Name>> {
  return getHost().call(name, params);
}

/** The host's failure behind a rejection; what is no `HostError` is a bug and counts as `internal`. */
export function failureOf(error: unknown): HostError {
  if (error instanceof HostError) return error;
  reportError(error);
  return new HostError('internal');
}

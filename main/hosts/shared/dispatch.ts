import { HostError, type HostFailure } from '../../../src/api/errors.ts';
import type { CallContext, PartialHandlers } from '../../../src/api/host.ts';
import { METHOD_PARAMS, type MethodName } from '../../../src/api/params.ts';
import type { Reply } from '../../../src/api/wire.ts';
import type { Logger } from '../../services/log/logger.ts';
import { toHostError } from '../../services/support/node-errors.ts';

/** Carries out one call, whatever came in. Never throws. */
export type Dispatch = (name: string, params: unknown, context: CallContext) => Promise<Reply>;

type AnyHandler = (params: unknown, context: CallContext) => unknown;

/** Checks params where they enter, runs the handler and turns everything it throws into data. */
export function createDispatch(handlers: PartialHandlers, log: Logger): Dispatch {
  return async (name, params, context) => {
    try {
      const handler = findHandler(handlers, name);
      const result = await handler(parseParams(name as MethodName, params), context);
      return { ok: true, result: result ?? null };
    } catch (error) {
      return { ok: false, error: toFailure(error, name, log) };
    }
  };
}

/** Names such as `constructor` are on every object, so only own keys count. */
function findHandler(handlers: PartialHandlers, name: string): AnyHandler {
  if (!Object.hasOwn(METHOD_PARAMS, name)) throw new HostError('unknown-method', { method: name.slice(0, 100) });
  const handler = Object.hasOwn(handlers, name) ? handlers[name as MethodName] : undefined;
  if (!handler) throw new HostError('unsupported', { method: name });
  return handler as AnyHandler;
}

function parseParams(name: MethodName, params: unknown): unknown {
  const parsed = METHOD_PARAMS[name].safeParse(params);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new HostError('invalid-params', { method: name, field: issue?.path.join('.') ?? '' });
}

function toFailure(error: unknown, name: string, log: Logger): HostFailure {
  const expected = toHostError(error);
  if (expected) return expected.failure;
  log.error(`call ${name} failed`, error);
  return { code: 'internal', values: {} };
}

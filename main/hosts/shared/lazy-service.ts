import type { PartialHandlers, Service } from '../../../src/api/host.ts';
import type { MethodName } from '../../../src/api/params.ts';

/** A service that is loaded and made with the first call that needs it, so that starting the host stays quick. */
export interface LazyService<Made> {
  readonly handlers: PartialHandlers;
  /** Loads it now. */
  load(): Promise<Made>;
  /** It, where something has loaded it. */
  loaded(): Made | undefined;
  dispose(): Promise<void>;
}

type AnyHandler = (params: unknown, context: unknown) => unknown;

export function createLazyService<Names extends MethodName, Made extends Service<Names>>(
  names: readonly Names[],
  make: () => Promise<Made>,
): LazyService<Made> {
  let making: Promise<Made> | undefined;
  let made: Made | undefined;

  async function load(): Promise<Made> {
    making ??= make().catch((error: unknown) => {
      making = undefined;
      throw error;
    });
    made = await making;
    return made;
  }

  const callLater =
    (name: Names): AnyHandler =>
    async (params, context) => {
      const { handlers } = await load();
      return await (handlers[name] as AnyHandler)(params, context);
    };

  return {
    handlers: Object.fromEntries(names.map((name) => [name, callLater(name)])) as PartialHandlers,
    load,
    loaded: () => made,
    dispose: async () => {
      if (making) await (await making).dispose();
    },
  };
}

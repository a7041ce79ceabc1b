/** Which client may change which file: the second window on a file opens it read-only. */
export interface Claims {
  /** False where another client that is still there has it. */
  claim(path: string, clientId: string): boolean;
  release(path: string, clientId: string): void;
  releaseAll(clientId: string): void;
  isHeldByOther(path: string, clientId: string): boolean;
  move(path: string, newPath: string): void;
}

/** `isPresent` says whether a client is still connected: a claim of one that left yields to whoever asks. */
export function createClaims(isPresent: (clientId: string) => boolean): Claims {
  const holders = new Map<string, string>();

  const isHeldByOther = (path: string, clientId: string): boolean => {
    const holder = holders.get(path);
    return holder !== undefined && holder !== clientId && isPresent(holder);
  };

  return {
    isHeldByOther,
    claim: (path, clientId) => {
      if (isHeldByOther(path, clientId)) return false;
      holders.set(path, clientId);
      return true;
    },
    release: (path, clientId) => {
      if (holders.get(path) === clientId) holders.delete(path);
    },
    releaseAll: (clientId) => {
      for (const [path, holder] of holders) if (holder === clientId) holders.delete(path);
    },
    move: (path, newPath) => {
      const holder = holders.get(path);
      if (holder === undefined) return;
      holders.delete(path);
      holders.set(newPath, holder);
    },
  };
}

import { useCallback, useEffect, useState } from 'react';
import type { FolderListing } from '../../../src/api/results.ts';
import { joinPath } from '../../files/paths.ts';
import { sentenceNow } from '../../i18n/use-sentence.ts';
import { callHost, failureOf } from '../../state/host-access.ts';

export interface ListingState {
  readonly listing: FolderListing | null;
  /** Why the last folder could not be shown. */
  readonly problem: string | null;
  readonly goTo: (path: string | undefined) => void;
  readonly createFolder: (name: string) => Promise<void>;
}

/** The folder that is shown, beginning with `start` or, where that may not be seen, the host's first. */
export function useListing(start: string | undefined): ListingState {
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const read = useCallback(async (path: string | undefined): Promise<boolean> => {
    try {
      setListing(await callHost('dialog.browse', path === undefined ? {} : { path }));
      setProblem(null);
      return true;
    } catch (error) {
      const { code, values } = failureOf(error).failure;
      setProblem(sentenceNow(`error.${code}`, values));
      return false;
    }
  }, []);

  useEffect(() => {
    void read(start).then((shown) => (shown || start === undefined ? shown : read(undefined)));
  }, [read, start]);

  const createFolder = useCallback(
    async (name: string): Promise<void> => {
      if (listing === null) return;
      try {
        await callHost('dialog.createFolder', { parent: listing.path, name });
        await read(joinPath(listing.path, name));
      } catch (error) {
        const { code, values } = failureOf(error).failure;
        setProblem(sentenceNow(`error.${code}`, values));
      }
    },
    [listing, read],
  );
  return { listing, problem, goTo: (path) => void read(path), createFolder };
}

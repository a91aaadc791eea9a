// SPDX-License-Identifier: Apache-2.0
import { useEffect, useEffectEvent, useState } from 'react';

// Enter pressed right after the last letter waits until the list is that of the typed text; typing on takes it back.
export function useWaitingEnter(text: string, isListOfText: boolean, take: () => void): () => void {
  const [wanted, setWanted] = useState<string>();
  const takeFirst = useEffectEvent(take);
  useEffect(() => {
    if (wanted === undefined) return;
    if (wanted !== text) setWanted(undefined);
    else if (isListOfText) {
      setWanted(undefined);
      takeFirst();
    }
  }, [wanted, text, isListOfText]);
  return () => setWanted(text);
}

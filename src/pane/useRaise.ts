/** Brings the error of an asynchronous call to where React, and so the error boundary, can see it. */
import { useCallback, useState } from 'react';

/** A function that throws its argument at the next render; it never changes. */
export function useRaise(): (error: unknown) => void {
  const [, setState] = useState(null);
  return useCallback((error: unknown) => {
    setState(() => {
      throw error;
    });
  }, []);
}

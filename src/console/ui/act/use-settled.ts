// A value as it was a moment after its last change, for asking the hub while somebody writes.
import { useEffect, useState } from 'react';

const PAUSE_MS = 700;

export const useSettled = <T>(value: T): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};

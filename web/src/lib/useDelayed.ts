import { useEffect, useState } from 'react';

/** True once something has lasted a while; what is quick never flickers. */
export function useDelayed(active: boolean, after = 300): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    if (!active) return undefined;
    const timer = setTimeout(() => setLasted(true), after);
    return () => {
      clearTimeout(timer);
      setLasted(false);
    };
  }, [active, after]);
  return active && lasted;
}

import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { shortcutOf } from '../lib/shortcuts';

interface Acts {
  search: () => void;
  list: () => void;
}

const places = { h: '/', w: '/who-can-help', p: '/people', c: '/communities', i: '/inventory' } as const;

function isPlace(key: string): key is keyof typeof places {
  return key in places;
}

function step(direction: 1 | -1): void {
  const articles = [...document.querySelectorAll<HTMLElement>('[role="feed"] > article')];
  const current = articles.findIndex((article) => article.contains(document.activeElement));
  const next = articles[current === -1 ? (direction === 1 ? 0 : -1) : current + direction];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

/** Keys that work on every page. Those of a single post live with the post. */
export function useShortcuts(acts: Acts): void {
  const navigate = useNavigate();
  const latest = useRef(acts);
  latest.current = acts;

  useEffect(() => {
    let goesAt = 0;
    function onKey(event: KeyboardEvent) {
      const key = shortcutOf(event);
      if (key === null) return;
      if (Date.now() - goesAt < 1_500 && isPlace(key)) {
        event.preventDefault();
        goesAt = 0;
        void navigate({ to: places[key] });
        return;
      }
      goesAt = key === 'g' ? Date.now() : 0;
      const act = {
        j: () => step(1),
        k: () => step(-1),
        n: () => void navigate({ to: '/write' }),
        '/': () => latest.current.search(),
        '?': () => latest.current.list(),
      }[key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate]);
}

import { useNavigate } from '@tanstack/react-router';
import { type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Prose.module.css';

interface ProseProps {
  /** Rendered and sanitised by the server. */
  html: string;
  /** Long text folds after twelve lines. */
  folds?: boolean;
  small?: boolean;
}

/** What people write. Links inside Outloud stay inside the page. */
export function Prose({ html, folds = false, small = false }: ProseProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const text = useRef<HTMLDivElement>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(false);

  useLayoutEffect(() => {
    const element = text.current;
    if (element !== null && folds) setLong(element.scrollHeight > element.clientHeight + 40);
  }, [html, folds]);

  function follow(event: MouseEvent) {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const href = (event.target as Element).closest('a')?.getAttribute('href');
    if (href == null || !href.startsWith('/') || href.startsWith('//')) return;
    event.preventDefault();
    void navigate({ href });
  }

  return (
    <>
      <div
        ref={text}
        className={[styles.prose, small && styles.small, folds && !open && styles.folded].filter(Boolean).join(' ')}
        dir="auto"
        onClick={follow}
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {long && (
        <button type="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('post.fold') : t('post.readOn')}
        </button>
      )}
    </>
  );
}

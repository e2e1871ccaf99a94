import type { Post } from '../lib/api/types';
import { Icon } from './Icon';
import styles from './LinkCard.module.css';

/** The page that a post links to, in the page's own words: plain text, and no picture that would tell its server who looks. */
export function LinkCard({ url, title, description, site }: NonNullable<Post['preview']>) {
  return (
    <a className={styles.card} href={url} rel="noopener noreferrer nofollow ugc" target="_blank">
      <span className={styles.mark}>
        <Icon name="link" size="l" />
      </span>
      <span className={styles.about}>
        <b dir="auto">{title}</b>
        {description !== null && (
          <span className={styles.description} dir="auto">
            {description}
          </span>
        )}
        <span className={styles.site} dir="auto">
          {site}
        </span>
      </span>
    </a>
  );
}

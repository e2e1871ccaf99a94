import { useTranslation } from 'react-i18next';
import type { Post } from '../lib/api/types';
import { sizeOf } from '../lib/sizes';
import { useClock } from '../lib/useClock';
import { Icon } from './Icon';
import styles from './PostFiles.module.css';

/** The pictures of a post, then its files. */
export function PostFiles({ attachments }: { attachments: Post['attachments'] }) {
  const { t } = useTranslation();
  const { locale } = useClock();
  if (attachments.length === 0) return null;
  const pictures = attachments.filter(({ kind }) => kind === 'picture');
  const files = attachments.filter(({ kind }) => kind === 'file');
  return (
    <div className={styles.attached}>
      {pictures.length > 0 && (
        <ul className={styles.pictures} data-many={pictures.length > 1 || undefined} aria-label={t('attachments.pictures')}>
          {pictures.map(({ id, url, description, name, width, height }) => (
            <li key={id}>
              <a href={url} target="_blank" rel="noreferrer">
                <img
                  src={`${url}?size=preview`}
                  alt={description ?? t('attachments.picture', { name })}
                  width={width ?? undefined}
                  height={height ?? undefined}
                  loading="lazy"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <ul className={styles.files} aria-label={t('attachments.files')}>
          {files.map(({ id, url, name, size }) => (
            <li key={id}>
              <a href={url} download={name}>
                <Icon name="file" />
                <span dir="auto">{name}</span> <small>{sizeOf(size, locale)}</small>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

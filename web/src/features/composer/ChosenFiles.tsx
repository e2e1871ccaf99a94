import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/Button';
import { Icon } from '../../components/Icon';
import styles from './ChosenFiles.module.css';
import type { Attachments } from './useAttachments';

/** The pictures and files that go with a post; a picture is described for those who do not see it. */
export function ChosenFiles({ attachments }: { attachments: Attachments }) {
  const { t } = useTranslation();
  if (attachments.chosen.length === 0) return null;
  return (
    <ul className={styles.chosen} aria-label={t('attachments.chosen')}>
      {attachments.chosen.map(({ key, name, sent, failure, description }) => (
        <li key={key}>
          {sent?.kind === 'picture' ? (
            <img src={`${sent.url}?size=preview`} alt="" width={64} height={64} />
          ) : (
            <span className={styles.mark}>
              <Icon name="file" size="l" />
            </span>
          )}
          <div className={styles.about}>
            <b dir="auto">{name}</b>
            {failure !== null ? (
              <p role="alert" className={styles.failure}>
                {failure}
              </p>
            ) : sent === null ? (
              <p role="status">{t('attachments.sending')}</p>
            ) : (
              sent.kind === 'picture' && (
                <input
                  type="text"
                  dir="auto"
                  maxLength={500}
                  value={description}
                  aria-label={t('attachments.describe', { name })}
                  placeholder={t('attachments.describeHint')}
                  onChange={(event) => attachments.describe(key, event.target.value)}
                />
              )
            )}
          </div>
          <IconButton aria-label={t('attachments.remove', { name })} onClick={() => attachments.remove(key)}>
            <Icon name="close" />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

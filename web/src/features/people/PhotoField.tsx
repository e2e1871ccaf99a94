import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Button } from '../../components/Button';
import { detailOf } from '../../lib/api/problem';
import type { Person } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { usePhoto } from './usePhoto';
import styles from './Profile.module.css';

/** One's picture; kept at once, not with the form around it. */
export function PhotoField({ person }: { person: Person }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const photo = usePhoto(person.id);

  function keep(file: File | null) {
    photo.mutate(file, {
      onSuccess: () => showToast(t(file === null ? 'edit.photoRemoved' : 'edit.photoSaved')),
      onError: (error) => showToast(detailOf(error) ?? t('edit.photoFailed'), { urgent: true }),
    });
  }

  return (
    <section className={styles.photo} aria-labelledby="own-photo">
      <Avatar person={person} size="xl" />
      <div>
        <h2 id="own-photo">{t('edit.photo')}</h2>
        <p>{t('edit.photoHint')}</p>
        <div className={styles.photoActs}>
          <input
            ref={input}
            type="file"
            accept="image/*"
            hidden
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) keep(file);
              event.target.value = '';
            }}
          />
          <Button small aria-disabled={photo.isPending} onClick={() => !photo.isPending && input.current?.click()}>
            {t(person.avatar ? 'edit.photoOther' : 'edit.photoChoose')}
          </Button>
          {person.avatar && (
            <Button small kind="plain" aria-disabled={photo.isPending} onClick={() => !photo.isPending && keep(null)}>
              {t('edit.photoRemove')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Confirm } from '../../components/Confirm';
import { Icon } from '../../components/Icon';
import { Note } from '../../components/Note';
import { When } from '../../components/When';
import { detailOf } from '../../lib/api/problem';
import styles from './FeedReaders.module.css';
import { useFeedAddresses, useMakeFeedAddresses, useRevokeFeedAddresses } from './useFeedAddresses';

const formats = [
  ['Atom', '/home.atom'],
  ['JSON Feed', '/home.json'],
] as const;

/** A secret address under which one's feed reader, which cannot sign in, reads the home feed. */
export function FeedReaders() {
  const { t } = useTranslation();
  const known = useFeedAddresses();
  const make = useMakeFeedAddresses();
  const revoke = useRevokeFeedAddresses();
  const [renewing, setRenewing] = useState(false);
  const there = known.data != null && known.data.createdAt !== null;
  const made = there ? make.data?.base : undefined;
  const failed = make.error ?? revoke.error ?? known.error;
  return (
    <section aria-labelledby="feed-readers">
      <h2 id="feed-readers">{t('readers.title')}</h2>
      <p>{t('readers.lead')}</p>
      {made && (
        <ul className={styles.addresses} aria-label={t('readers.list')}>
          {formats.map(([name, path]) => (
            <Address key={name} name={name} address={made + path} />
          ))}
        </ul>
      )}
      {made && <Note icon="warn" title={t('readers.once')}>{t('readers.onceText')}</Note>}
      {there && !made && (
        <p>
          {t('readers.since')} <When at={known.data.createdAt ?? ''} />.{' '}
          {known.data.usedAt ? (
            <>
              {t('readers.used')} <When at={known.data.usedAt} />.
            </>
          ) : (
            t('readers.unused')
          )}
        </p>
      )}
      <div className={styles.acts}>
        <Button aria-disabled={make.isPending || known.isPending} onClick={() => (there ? setRenewing(true) : known.isSuccess && make.mutate())}>
          <Icon name="link" />
          {t(there ? 'readers.renew' : 'readers.make')}
        </Button>
        {there && (
          <Button kind="plain" aria-disabled={revoke.isPending} onClick={() => !revoke.isPending && revoke.mutate()}>
            {t('readers.revoke')}
          </Button>
        )}
      </div>
      <p className="vh" role="status">
        {made ? t('readers.ready') : revoke.isSuccess && !there ? t('readers.revoked') : ''}
      </p>
      {failed != null && (
        <Note tone="bad" icon="warn" alert title={t('readers.failed')}>
          {detailOf(failed) ?? t('distance.failed')}
        </Note>
      )}
      <Confirm
        opened={renewing}
        title={t('readers.renew')}
        act={t('readers.renewAct')}
        onAct={() => {
          setRenewing(false);
          make.mutate();
        }}
        onClose={() => setRenewing(false)}
      >
        <p>{t('readers.renewText')}</p>
      </Confirm>
    </section>
  );
}

function Address({ name, address }: { name: string; address: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  }
  return (
    <li>
      <b>{name}</b>
      <code>{address}</code>
      <Button small aria-label={t('readers.copyOf', { name })} onClick={() => void copy()}>
        {t(copied ? 'readers.copied' : 'readers.copy')}
      </Button>
      <span className="vh" role="status">
        {copied && t('readers.copied')}
      </span>
    </li>
  );
}

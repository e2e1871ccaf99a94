import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button';
import { Empty } from '../components/States';

/** A fault of ours: says what is kept and offers the way out. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <main>
      <Empty
        level={1}
        title={t('states.crashed')}
        actions={
          <Button kind="primary" onClick={() => window.location.reload()}>
            {t('states.reload')}
          </Button>
        }
      >
        {t('states.crashedText')}
      </Empty>
    </main>
  );
}

import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Empty } from '../../components/States';

interface EndProps {
  more: boolean;
  readOn: () => void;
}

/** There is an end, or the next threads. */
export function End({ more, readOn }: EndProps) {
  const { t } = useTranslation();
  if (more) {
    return (
      <Empty title={t('catchUp.moreTitle')} actions={<Button onClick={readOn}>{t('catchUp.more')}</Button>}>
        {t('catchUp.moreText')}
      </Empty>
    );
  }
  return (
    <Empty title={t('catchUp.end')} actions={<Button onClick={readOn}>{t('catchUp.again')}</Button>}>
      {t('catchUp.endText')}
    </Empty>
  );
}

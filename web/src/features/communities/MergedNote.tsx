import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Note } from '../../components/Note';
import type { Community } from '../../lib/api/types';

/** Says that a community is over, and where it goes on. */
export function MergedNote({ community: { archived, mergedInto } }: { community: Community }) {
  const { t } = useTranslation();
  if (!archived) return null;
  if (mergedInto === null) {
    return (
      <Note icon="lock" title={t('merge.archived')}>
        {t('merge.archivedText')}
      </Note>
    );
  }
  return (
    <Note icon="communities" title={t('merge.merged')}>
      <Link to="/communities/$slug" params={{ slug: mergedInto.slug }} dir="auto">
        {mergedInto.name}
      </Link>
    </Note>
  );
}

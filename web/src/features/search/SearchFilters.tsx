import { useTranslation } from 'react-i18next';
import { ChipLink } from '../../components/Chip';
import { ChoiceField } from '../../components/Field';
import { Icon } from '../../components/Icon';
import type { FoundKind } from '../../lib/api/types';
import { useClock } from '../../lib/useClock';
import styles from './Search.module.css';
import type { SearchFilter } from './useSearch';

const foundKinds: readonly FoundKind[] = ['working-out-loud', 'question', 'plain', 'link', 'story', 'comment'];

const exactly = { exact: true, includeSearch: true };
const spans = { week: 7, month: 30, year: 365 } as const;

interface SearchFiltersProps {
  filter: SearchFilter;
  communities: readonly { slug: string; name: string }[];
  onChange: (filter: SearchFilter) => void;
}

/** What the finds are narrowed by. Each choice stands in the address. */
export function SearchFilters({ filter, communities, onChange }: SearchFiltersProps) {
  const { t } = useTranslation();
  const { kind: _, ...anyKind } = filter;
  return (
    <>
      <nav className={styles.chips} aria-label={t('search.kind')}>
        <ChipLink to="/search" search={anyKind} activeOptions={exactly} replace>
          {t('search.everything')}
        </ChipLink>
        {foundKinds.map((kind) => (
          <ChipLink key={kind} to="/search" search={{ ...anyKind, kind }} activeOptions={exactly} replace>
            {t(`search.kinds.${kind}`)}
          </ChipLink>
        ))}
      </nav>
      <div className={styles.choices} role="group" aria-label={t('search.narrow')}>
        <Since filter={filter} onChange={onChange} />
        <In filter={filter} communities={communities} onChange={onChange} />
        <Taken filter={filter} field="author" label={t('search.author', { name: filter.author ?? '' })} />
        <Taken filter={filter} field="tag" label={`#${filter.tag ?? ''}`} />
        <Taken filter={filter} field="to" label={t('search.until', { day: filter.to ?? '' })} />
      </div>
    </>
  );
}

function Since({ filter, onChange }: Omit<SearchFiltersProps, 'communities'>) {
  const { t } = useTranslation();
  const { now } = useClock();
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
  const options = [
    { value: '', label: t('search.anyTime') },
    { value: ago(spans.week), label: t('search.week') },
    { value: ago(spans.month), label: t('search.month') },
    { value: ago(spans.year), label: t('search.year') },
  ];
  const { from = '', ...others } = filter;
  if (!options.some(({ value }) => value === from)) options.push({ value: from, label: t('search.since', { day: from }) });
  return (
    <ChoiceField
      hideLabel
      label={t('search.when')}
      value={from}
      options={options}
      onChange={(value) => onChange(value === '' ? others : { ...others, from: value })}
    />
  );
}

function In({ filter, communities, onChange }: SearchFiltersProps) {
  const { t } = useTranslation();
  const { community = '', ...others } = filter;
  const options = communities.map(({ slug, name }) => ({ value: slug, label: name }));
  if (community !== '' && !options.some(({ value }) => value === community)) options.push({ value: community, label: community });
  return (
    <ChoiceField
      hideLabel
      label={t('search.where')}
      value={community}
      options={[{ value: '', label: t('search.anywhere') }, ...options]}
      onChange={(value) => onChange(value === '' ? others : { ...others, community: value })}
    />
  );
}

/** A filter that came with the address, and the way out of it. */
function Taken({ filter, field, label }: { filter: SearchFilter; field: 'author' | 'tag' | 'to'; label: string }) {
  const { t } = useTranslation();
  const { [field]: value, ...others } = filter;
  if (value === undefined) return null;
  return (
    <ChipLink to="/search" search={others} activeOptions={exactly} aria-label={t('search.without', { filter: label })} replace>
      {label}
      <Icon name="close" size="s" />
    </ChipLink>
  );
}

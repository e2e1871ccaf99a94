import { useTranslation } from 'react-i18next';
import { Failed, Skeleton } from '../../components/States';
import type { Community, MembershipRulePreview, SetMembershipRule } from '../../lib/api/types';
import rules from './Rules.module.css';
import { useRulePreview } from './useRulePreview';

const outcomes = ['joins', 'leaves', 'stays', 'own', 'declined'] as const satisfies readonly (keyof MembershipRulePreview)[];

/** Who would come and go, by name, and who is left as they are. */
export function RulePreview({ community, rule }: { community: Community; rule: SetMembershipRule }) {
  const { t } = useTranslation();
  const preview = useRulePreview(community.id, rule);
  return (
    <section className={`sheet ${rules.section}`} aria-labelledby="rule-preview" aria-busy={preview.isFetching}>
      <h2 id="rule-preview">{t('rules.preview')}</h2>
      {preview.isPending && <Skeleton label={t('common.loading')} rows={1} />}
      {preview.isError && <Failed error={preview.error} retry={() => void preview.refetch()} />}
      {preview.data !== undefined && <Outcomes preview={preview.data} />}
    </section>
  );
}

function Outcomes({ preview }: { preview: MembershipRulePreview }) {
  const { t } = useTranslation();
  const shown = outcomes.filter((outcome) => preview[outcome].count > 0);
  return (
    <div role="status" className={rules.outcomes}>
      {shown.length === 0 && <p>{t('rules.nobody')}</p>}
      {shown.map((outcome) => {
        const { count, sample } = preview[outcome];
        return (
          <div key={outcome}>
            <h3>{t(`rules.outcomes.${outcome}`, { count })}</h3>
            <p dir="auto">
              {sample.map(({ displayName }) => displayName).join(', ')}
              {count > sample.length && ` ${t('rules.more', { count: count - sample.length })}`}
            </p>
          </div>
        );
      })}
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink, IconButton } from '../../components/Button';
import { Confirm } from '../../components/Confirm';
import { Icon } from '../../components/Icon';
import { Note } from '../../components/Note';
import { detailOf } from '../../lib/api/problem';
import type { Community, MembershipRule, RuleReason } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { AddCondition } from './AddCondition';
import styles from './Communities.module.css';
import { RulePreview } from './RulePreview';
import rules from './Rules.module.css';
import { useReasonWords } from './useReasonWords';
import { useSetRule, type NextRule } from './useSetRule';

const matches = ['all', 'any'] as const;

/** Conditions, what they would do, and the decision. */
export function RuleEditor({ community, rule }: { community: Community; rule: MembershipRule }) {
  const { t } = useTranslation();
  const words = useReasonWords();
  const [match, setMatch] = useState(rule.match);
  const [conditions, setConditions] = useState<RuleReason[]>(rule.conditions);
  const [asking, setAsking] = useState(false);
  const [stay, setStay] = useState(false);
  const set = useSetRule(community.id, rule.version);
  const draft = { match, conditions: conditions.map(({ attribute, value }) => ({ attribute, value })) };
  const kept = rule.conditions.length > 0;

  function ask() {
    setStay(false);
    setAsking(true);
  }

  function save(next: NextRule, said: string) {
    if (set.isPending) return;
    set.mutate(next, {
      onSuccess: () => {
        showToast(said);
        setAsking(false);
      },
      onError: () => setAsking(false),
    });
  }

  return (
    <div className={rules.sections}>
      <section className={`sheet ${rules.section}`} aria-labelledby="rule-conditions">
        <h2 id="rule-conditions">{t('rules.conditions')}</h2>
        {conditions.length === 0 ? (
          <p className="muted">{t('rules.none')}</p>
        ) : (
          <ul className={rules.conditions} aria-label={t('rules.conditions')}>
            {conditions.map((condition) => (
              <li key={`${condition.attribute} ${condition.value}`}>
                <span dir="auto">{words([condition])}</span>
                <IconButton
                  aria-label={t('rules.removeOne', { condition: words([condition]) })}
                  onClick={() => setConditions(conditions.filter((each) => each !== condition))}
                >
                  <Icon name="close" />
                </IconButton>
              </li>
            ))}
          </ul>
        )}
        {conditions.length > 1 && (
          <fieldset className={styles.choice}>
            <legend>{t('rules.match')}</legend>
            {matches.map((each) => (
              <label key={each}>
                <input type="radio" name="match" checked={match === each} onChange={() => setMatch(each)} />
                {t(`rules.${each}`)}
              </label>
            ))}
          </fieldset>
        )}
        <AddCondition
          community={community}
          taken={conditions}
          add={(condition) => setConditions([...conditions, condition])}
        />
      </section>
      <RulePreview community={community} rule={draft} />
      {set.isError && (
        <Note tone="bad" icon="warn" alert title={t('rules.failed')}>
          {detailOf(set.error) ?? t('composer.failedWhy')}
        </Note>
      )}
      <div className={rules.foot}>
        {kept && (
          <Button kind="danger" onClick={ask}>
            {t('rules.remove')}
          </Button>
        )}
        <ButtonLink kind="plain" to="/communities/$slug/members" params={{ slug: community.slug }}>
          {t('common.cancel')}
        </ButtonLink>
        {conditions.length > 0 && (
          <Button kind="primary" aria-disabled={set.isPending} onClick={() => save(draft, t('rules.saved'))}>
            {t('rules.save')}
          </Button>
        )}
      </div>
      <Confirm
        opened={asking}
        title={t('rules.removeAsk')}
        act={t('rules.remove')}
        busy={set.isPending}
        onAct={() => save({ match: 'all', conditions: [], stay }, t('rules.removed'))}
        onClose={() => setAsking(false)}
      >
        {t('rules.removeText', { count: rule.members })}
        {rule.members > 0 && (
          <fieldset className={styles.choice}>
            <legend>{t('rules.removeWhat')}</legend>
            <label>
              <input type="radio" name="stay" checked={!stay} onChange={() => setStay(false)} />
              {t('rules.removeLeave')}
            </label>
            <label>
              <input type="radio" name="stay" checked={stay} onChange={() => setStay(true)} />
              {t('rules.removeStay')}
            </label>
          </fieldset>
        )}
      </Confirm>
    </div>
  );
}

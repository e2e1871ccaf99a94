import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { ChoiceField, LinesField, TextField } from '../../components/Field';
import { Note } from '../../components/Note';
import { TwoFields } from '../../components/TwoFields';
import { detailOf } from '../../lib/api/problem';
import { fullWhen } from '../../lib/dates';
import { asField, nextMonday } from '../../lib/moments';
import { promptsOf, type Template, templateOf, templates } from '../../lib/templates';
import { showToast } from '../../lib/toasts';
import { useClock } from '../../lib/useClock';
import styles from './Planner.module.css';
import { usePlanPrompts } from './usePlan';

const rhythms = [1, 2, 4] as const;
const most = 30;

interface NewPromptsProps {
  communityId: string;
  /** Whose prompts stand there to begin with. */
  template: Template | undefined;
}

/** Prompts for the weeks to come: from a template or one's own, changed as one likes, planned together. */
export function NewPrompts({ communityId, template }: NewPromptsProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const plan = usePlanPrompts(communityId);
  const [chosen, setChosen] = useState<Template | undefined>(template);
  const [texts, setTexts] = useState<string[]>(() => (template === undefined ? [''] : promptsOf(template, t)));
  const [first, setFirst] = useState(() => asField(nextMonday(new Date())));
  const [every, setEvery] = useState<number>(1);
  const [tried, setTried] = useState(false);
  const written = texts.map((text) => text.trim()).filter((text) => text !== '');
  const late = first === '' || new Date(first).getTime() <= clock.now.getTime();

  /** Whole weeks later by the calendar, so that the hour stays when clocks change. */
  function moment(place: number): Date {
    const at = new Date(first);
    at.setDate(at.getDate() + place * every * 7);
    return at;
  }

  function choose(value: string) {
    const next = templateOf(value);
    setChosen(next);
    setTexts(next === undefined ? [''] : promptsOf(next, t));
  }

  function save() {
    setTried(true);
    if (written.length === 0 || late || plan.isPending) return;
    plan.mutate(
      { prompts: written.map((body, place) => ({ body, publishAt: moment(place).toISOString() })) },
      {
        onSuccess: () => {
          showToast(t('planner.saved', { count: written.length }));
          choose('');
          setTried(false);
        },
      },
    );
  }

  return (
    <form
      className={styles.add}
      aria-label={t('planner.add')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{t('planner.add')}</h2>
      <ChoiceField
        label={t('templates.label')}
        value={chosen ?? ''}
        options={[{ value: '', label: t('planner.own') }, ...templates.map((value) => ({ value, label: t(`templates.${value}.title`) }))]}
        onChange={choose}
      />
      <TwoFields>
        <TextField
          label={t('planner.first')}
          hint={t('schedule.zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
          type="datetime-local"
          value={first}
          min={asField(new Date())}
          onChange={setFirst}
          error={tried && late ? t('schedule.late') : undefined}
        />
        <ChoiceField
          label={t('planner.every')}
          value={String(every)}
          options={rhythms.map((weeks) => ({ value: String(weeks), label: t('planner.weeks', { count: weeks }) }))}
          onChange={(value) => setEvery(Number(value))}
        />
      </TwoFields>
      {texts.map((text, place) => (
        <div key={place} className={styles.new}>
          <LinesField
            label={t('planner.numbered', { number: place + 1 })}
            hint={late ? undefined : fullWhen(moment(place).toISOString(), clock)}
            error={tried && written.length === 0 && place === 0 ? t('planner.missing') : undefined}
            maxLength={2_000}
            value={text}
            onChange={(value) => setTexts(texts.map((each, other) => (other === place ? value : each)))}
          />
          {texts.length > 1 && (
            <Button small kind="plain" onClick={() => setTexts(texts.filter((_, other) => other !== place))}>
              {t('planner.remove', { number: place + 1 })}
            </Button>
          )}
        </div>
      ))}
      {plan.isError && (
        <Note tone="bad" icon="warn" alert title={t('planner.notPlanned')}>
          {detailOf(plan.error)}
        </Note>
      )}
      <div className={styles.acts}>
        <Button disabled={texts.length >= most} onClick={() => setTexts([...texts, ''])}>
          {t('planner.another')}
        </Button>
        <Button type="submit" kind="primary" aria-disabled={plan.isPending}>
          {t('planner.submit', { count: written.length })}
        </Button>
      </div>
    </form>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { ChoiceField, LinesField, TextField } from '../../components/Field';
import { FormSheet } from '../../components/FormSheet';
import { Note } from '../../components/Note';
import { detailOf } from '../../lib/api/problem';
import type { AddGuardPattern } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { useAddPattern, useTryPattern } from './usePatterns';

const fresh: AddGuardPattern = { name: '', expression: '', effect: 'warn', advice: '', sample: '' };

/** Another pattern, tried on a sample before it is kept. */
export function PatternForm() {
  const { t } = useTranslation();
  const add = useAddPattern();
  const attempt = useTryPattern();
  const [pattern, setPattern] = useState(fresh);
  const [tried, setTried] = useState(false);
  const missing = (field: 'name' | 'expression' | 'advice' | 'sample') =>
    tried && pattern[field].trim() === '' ? t('guard.missing') : undefined;

  function change(part: Partial<AddGuardPattern>) {
    setPattern({ ...pattern, ...part });
    attempt.reset();
    add.reset();
  }

  function save() {
    setTried(true);
    if ([pattern.name, pattern.expression, pattern.advice, pattern.sample].some((text) => text.trim() === '')) return;
    add.mutate(pattern, {
      onSuccess: () => {
        showToast(t('guard.added'));
        setPattern(fresh);
        setTried(false);
      },
    });
  }

  const failure = add.error ?? attempt.error;
  const found = attempt.data?.found.map(({ from, to }) => attempt.variables?.sample.slice(from, to)).join(', ');
  return (
    <FormSheet
      label={t('guard.new')}
      submit={t('guard.add')}
      busy={add.isPending}
      back="/"
      onSubmit={save}
      error={
        failure !== null && (
          <Note tone="bad" icon="warn" alert title={t('guard.failed')}>
            {detailOf(failure) ?? t('composer.failedWhy')}
          </Note>
        )
      }
    >
      <TextField label={t('guard.name')} hint={t('guard.nameHint')} maxLength={80} value={pattern.name} error={missing('name')} onChange={(name) => change({ name })} />
      <TextField
        label={t('guard.expression')}
        hint={t('guard.expressionHint')}
        maxLength={500}
        spellCheck={false}
        value={pattern.expression}
        error={missing('expression')}
        onChange={(expression) => change({ expression })}
      />
      <ChoiceField
        label={t('guard.then')}
        value={pattern.effect}
        options={[
          { value: 'warn', label: t('guard.effect.warn') },
          { value: 'block', label: t('guard.effect.block') },
        ]}
        onChange={(effect) => change({ effect: effect === 'block' ? 'block' : 'warn' })}
      />
      <TextField label={t('guard.advice')} hint={t('guard.adviceHint')} maxLength={300} value={pattern.advice} error={missing('advice')} onChange={(advice) => change({ advice })} />
      <LinesField label={t('guard.sample')} hint={t('guard.sampleHint')} maxLength={2000} value={pattern.sample} error={missing('sample')} onChange={(sample) => change({ sample })} />
      <div>
        <Button
          small
          aria-disabled={pattern.expression === '' || attempt.isPending}
          onClick={() => {
            if (pattern.expression !== '') attempt.mutate({ expression: pattern.expression, sample: pattern.sample });
          }}
        >
          {t('guard.try')}
        </Button>{' '}
        <span role="status">{found !== undefined && (found === '' ? t('guard.foundNothing') : t('guard.found', { words: found }))}</span>
      </div>
    </FormSheet>
  );
}

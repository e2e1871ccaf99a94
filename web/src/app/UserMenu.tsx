import { Menu, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../components/Avatar';
import { Icon } from '../components/Icon';
import { csrfToken } from '../lib/api/client';
import { chooseLanguage, type Language, languages } from '../lib/i18n';
import { hasRole, useSignedIn } from '../lib/session/useMe';
import styles from './UserMenu.module.css';

const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' };
const schemes = ['light', 'dark', 'auto'] as const;

/** Leaves by a real form: the server answers with a way through the identity provider's own sign-out. */
function signOut(): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/logout';
  const token = document.createElement('input');
  token.type = 'hidden';
  token.name = '_csrf';
  token.value = csrfToken() ?? '';
  form.append(token);
  document.body.append(form);
  form.submit();
}

export function UserMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { t, i18n } = useTranslation();
  const me = useSignedIn();
  const { person } = me;
  const navigate = useNavigate();
  // Stopping transitions would take a style element, which the content security policy refuses
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });

  return (
    <Menu width={250}>
      <Menu.Target>
        <button type="button" className={styles.button} aria-label={t('top.menu', { name: person.displayName })}>
          <Avatar person={person} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        <Menu.Item
          leftSection={<Icon name="people" />}
          onClick={() => void navigate({ to: '/people/$personId', params: { personId: person.id } })}
        >
          {t('menu.profile')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="clock" />} onClick={() => void navigate({ to: '/scheduled' })}>
          {t('schedule.title')}
        </Menu.Item>
        {hasRole(me, 'learning', 'admin') && (
          <Menu.Item leftSection={<Icon name="link" />} onClick={() => void navigate({ to: '/webhooks' })}>
            {t('webhooks.title')}
          </Menu.Item>
        )}
        {hasRole(me, 'moderator', 'admin') && (
          <Menu.Item leftSection={<Icon name="flag" />} onClick={() => void navigate({ to: '/moderation' })}>
            {t('moderation.title')}
          </Menu.Item>
        )}
        {hasRole(me, 'admin') && (
          <Menu.Item leftSection={<Icon name="shield" />} onClick={() => void navigate({ to: '/moderation/patterns' })}>
            {t('guard.title')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Icon name="shield" />} onClick={() => void navigate({ to: '/profile/privacy' })}>
          {t('menu.privacy')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('menu.language')}</Menu.Label>
        <Menu.RadioGroup value={i18n.language} onChange={(language) => chooseLanguage(language as Language)}>
          {languages.map((language) => (
            <Menu.RadioItem key={language} value={language} lang={language} checkIcon={<Icon name="check" />} closeMenuOnClick>
              {languageNames[language]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('menu.appearance')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}>
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} checkIcon={<Icon name="check" />} closeMenuOnClick>
              {t(`menu.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="table" />} onClick={onShortcuts}>
          {t('menu.shortcuts')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="right" flip />} onClick={signOut}>
          {t('menu.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

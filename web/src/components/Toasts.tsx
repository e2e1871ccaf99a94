import { useTranslation } from 'react-i18next';
import { hideToast, toasts } from '../lib/toasts';
import { Icon } from './Icon';
import styles from './Toasts.module.css';

/** Short words about what just happened, with a way back where there is one. */
export function Toasts() {
  const shown = toasts.use();
  return (
    <div className={styles.toasts}>
      <div role="status" aria-live="polite">
        {shown.filter(({ urgent }) => !urgent).map((toast) => <Shown key={toast.id} {...toast} />)}
      </div>
      <div role="alert">{shown.filter(({ urgent }) => urgent).map((toast) => <Shown key={toast.id} {...toast} />)}</div>
    </div>
  );
}

type ShownProps = ReturnType<typeof toasts.get>[number];

function Shown({ id, text, action }: ShownProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.toast}>
      <span>{text}</span>
      {action !== undefined && (
        <button
          type="button"
          onClick={() => {
            hideToast(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={t('common.close')} onClick={() => hideToast(id)}>
        <Icon name="close" size="s" />
      </button>
    </div>
  );
}

import type { NoticeView } from '../../../core/view-model/index.ts';
import { Icon } from './art.tsx';
import { Button } from './button.tsx';
import { useDom, useWords } from './env.ts';

const ICONS = { info: 'info', warning: 'warning', error: 'warning-octagon' } as const satisfies Record<
  NoticeView['tone'],
  string
>;

/** What went wrong or changed, with ways out. Stays until the player closes it. */
export function Notices() {
  const { view, send, translate } = useDom();
  const t = useWords();
  if (view.notices.length === 0) return null;
  return (
    <div class="notices">
      {view.notices.map((notice) => (
        <div
          key={notice.id}
          class={`notice notice--${notice.tone}`}
          role={notice.tone === 'info' ? 'status' : 'alert'}
          data-notice={notice.id}
        >
          <Icon name={ICONS[notice.tone]} />
          <div class="notice__text">
            <p>
              <b>{t('notice.tone', { tone: notice.tone })}</b> {translate(notice.message)}
            </p>
            {notice.detail && (
              <details>
                <summary>{t('notice.detail')}</summary>
                <pre tabIndex={0}>{notice.detail}</pre>
              </details>
            )}
          </div>
          <div class="notice__actions">
            {notice.actions.map(({ intent, label }, index) => (
              <Button key={index} action={intent.type} onPress={() => send(intent)}>
                {translate(label)}
              </Button>
            ))}
            <Button
              action="close-notice"
              kind="bar"
              icon="x"
              label={t('notice.close')}
              onPress={() => send({ type: 'notice.close', id: notice.id })}
            />
          </div>
        </div>
      ))}
    </div>
  );
}

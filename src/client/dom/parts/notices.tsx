import { useLayoutEffect, useRef } from 'preact/hooks';
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
  const list = useRef<HTMLDivElement>(null);
  const closed = useRef<number>(undefined);
  // The button that was pressed leaves with its notice: the focus goes to the next one, or on to the page.
  useLayoutEffect(() => {
    const index = closed.current;
    if (index === undefined) return;
    closed.current = undefined;
    const next = list.current?.children[index]?.querySelector<HTMLElement>('[data-action="close-notice"]');
    (next ?? document.getElementById('main'))?.focus();
  }, [view.notices]);
  const close = (id: string, index: number): void => {
    closed.current = index;
    send({ type: 'notice.close', id });
  };
  if (view.notices.length === 0) return null;
  return (
    <div class="notices" ref={list}>
      {view.notices.map((notice, place) => (
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
              onPress={() => close(notice.id, place)}
            />
          </div>
        </div>
      ))}
    </div>
  );
}

import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { useDom, useWords } from '../../parts/env.ts';
import { QrCode } from './qr-code.tsx';
import type { HeldRoom } from './use-room.ts';

/** Another device of the teacher, and none of the others any more. The link stays folded: a class may look on. */
export function HandOver({ held: { host } }: { readonly held: HeldRoom }) {
  const { send } = useDom();
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { handOver } = host;
  if (handOver === undefined) return null;
  return (
    <section class="hand-over" aria-labelledby="desk-hand-over">
      <h2 id="desk-hand-over">{t('live.desk.handOver')}</h2>
      <p>{t('live.desk.handOver.about')}</p>
      <div class="ways">
        <Button action="hand-over" icon="share-network" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t(isOpen ? 'live.desk.handOver.hide' : 'live.desk.handOver.show')}
        </Button>
        <Button action="host-renew" kind="quiet" onPress={() => send({ type: 'live.renew' })}>
          {t('live.desk.handOver.renew')}
        </Button>
      </div>
      {isOpen && (
        <div class="hand-over__link">
          <QrCode text={handOver} label={t('live.desk.handOver.qr')} />
          <label>
            <span>{t('live.desk.handOver.link')}</span>
            <input type="text" readOnly value={handOver} onFocus={(event) => event.currentTarget.select()} />
          </label>
        </div>
      )}
    </section>
  );
}

import type { LiveRoomView } from '../../../../core/view-model/index.ts';
import { useWords } from '../../parts/env.ts';
import { QrCode } from './qr-code.tsx';

/** Of a room, with its code: what a camera opens, and what can be sent. */
export function joinLink({ address, code }: Pick<LiveRoomView, 'address' | 'code'>): string {
  return `${address.replace(/\/$/, '')}/?room=${code}`;
}

/** An address as somebody types it. */
export function shortAddress(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** How to come in: address, code, and both for a camera. */
export function JoinCard({ room, size }: { readonly room: LiveRoomView; readonly size: 'desk' | 'wall' }) {
  const t = useWords();
  return (
    <section class={`join-card join-card--${size}`} aria-label={t('live.desk.join')}>
      <QrCode text={joinLink(room)} label={t('live.desk.qr', { address: joinLink(room) })} />
      <ol class="join-card__steps">
        <li>
          <span class="join-card__step">{t('live.desk.join.open')}</span>
          <b class="join-card__address">{shortAddress(room.address)}</b>
        </li>
        <li>
          <span class="join-card__step">{t('live.desk.join.code')}</span>
          <RoomCode code={room.code} />
        </li>
      </ol>
    </section>
  );
}

/** In two groups, as it is read aloud; for a reader sign by sign. */
export function RoomCode({ code }: { readonly code: string }) {
  return (
    <b class="room-code" data-room-code={code}>
      <span aria-hidden="true">
        {code.slice(0, 3)}
        <i class="room-code__gap" />
        {code.slice(3)}
      </span>
      <span class="visually-hidden">{[...code].join(' ')}</span>
    </b>
  );
}

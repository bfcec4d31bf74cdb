import type { LiveRoomView } from '../../../../core/view-model/index.ts';
import { Button } from '../../parts/button.tsx';
import { useWords } from '../../parts/env.ts';
import { RoomTimer } from './room-timer.tsx';
import { useCommand } from './use-room.ts';

/** What holds for the whole room: a pause, the time, the door, words of one's own. */
export function RoomTools({ room }: { readonly room: LiveRoomView }) {
  const t = useWords();
  const command = useCommand();
  const { isPaused, isLocked, hasWords } = room;
  return (
    <div class="room-tools">
      <PauseButton isPaused={isPaused} />
      <RoomTimer timer={room.timer} />
      <div class="room-tools__switches">
        <label class="switch">
          <input
            type="checkbox"
            name="room-open"
            checked={!isLocked}
            onChange={() => command({ type: isLocked ? 'room.unlock' : 'room.lock' })}
          />
          <span class="switch__text">
            {t('live.desk.door')}
            <span>{t('live.desk.door.about', { isLocked: isLocked ? 'yes' : 'no' })}</span>
          </span>
        </label>
        <label class="switch">
          <input
            type="checkbox"
            name="room-words"
            checked={hasWords}
            onChange={() => command({ type: hasWords ? 'words.forbid' : 'words.allow' })}
          />
          <span class="switch__text">
            {t('live.desk.words')}
            <span>{t('live.desk.words.about')}</span>
          </span>
        </label>
      </div>
    </div>
  );
}

export function PauseButton({ isPaused }: { readonly isPaused: boolean }) {
  const t = useWords();
  const command = useCommand();
  return (
    <Button
      action="room-pause"
      icon={isPaused ? 'play' : 'chats'}
      onPress={() => command({ type: isPaused ? 'room.resume' : 'room.pause' })}
    >
      {t(isPaused ? 'live.desk.resume' : 'live.desk.pause')}
    </Button>
  );
}

import { useRef, useState } from 'preact/hooks';
import type { HostPersonView } from '../../../../core/view-model/index.ts';
import { Icon } from '../../parts/art.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useWords } from '../../parts/env.ts';
import { type HeldRoom, useCalm, useCommand } from './use-room.ts';

/** As the room takes it. */
const MAX_NAME = 24;

/** Who is in, what each one does, and what the teacher can do about it. */
export function People({ held: { room, host } }: { readonly held: HeldRoom }) {
  const t = useWords();
  const command = useCommand();
  const [removing, setRemoving] = useState<HostPersonView>();
  const heading = useRef<HTMLHeadingElement>(null);
  const { people, present } = host;
  const words = t('live.desk.people.count', { present, count: people.length });
  const said = useCalm(words);
  const asks = room.activity === 'vote' || room.activity === 'round';
  return (
    <section class="people" aria-labelledby="desk-people">
      <div class="people__head">
        <h2 id="desk-people" tabIndex={-1} ref={heading}>
          {t('live.desk.people')}
        </h2>
        <p class="people__count" data-present={present}>
          {words}
        </p>
      </div>
      {/* Who comes is counted, and said now and then. */}
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {people.length === 0 ? (
        <p class="people__none">{t('live.desk.people.none')}</p>
      ) : (
        <ul class="people__list">
          {people.map((person) => (
            <li key={person.seat} data-seat={person.seat} data-present={person.isPresent}>
              <Person person={person} asks={asks} onRemove={() => setRemoving(person)} />
            </li>
          ))}
        </ul>
      )}
      {removing && (
        <Dialog
          name="remove-person"
          title={t('live.desk.remove.title', { name: removing.name })}
          onClose={() => setRemoving(undefined)}
        >
          <p>{t('live.desk.remove.about')}</p>
          <div class="ways">
            <Button
              action="remove-yes"
              kind="primary"
              icon="x-circle"
              onPress={() => {
                command({ type: 'seat.remove', seat: removing.seat });
                setRemoving(undefined);
                // The row goes with its buttons.
                requestAnimationFrame(() => heading.current?.focus());
              }}
            >
              {t('live.desk.remove.yes')}
            </Button>
            <Button action="remove-no" onPress={() => setRemoving(undefined)}>
              {t('live.desk.remove.no')}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

interface PersonProps {
  readonly person: HostPersonView;
  /** Everyone is asked for something now. */
  readonly asks: boolean;
  readonly onRemove: () => void;
}

function Person({ person, asks, onRemove }: PersonProps) {
  const t = useWords();
  const command = useCommand();
  const { seat, name, isPresent, isHidden, isReady, team, chair } = person;
  return (
    <details class="person">
      <summary class="person__line">
        <span class="person__dot" aria-hidden="true" />
        <span class="person__name">{name}</span>
        <span class="person__marks">
          {!isPresent && <span class="tag tag--plain">{t('live.desk.person.away')}</span>}
          {isHidden && <span class="tag tag--plain">{t('live.desk.person.hidden')}</span>}
          {team !== undefined && <span class="tag">{t('live.desk.team', { number: team })}</span>}
          {chair && (
            <span class="tag">{t('live.desk.person.chair', { table: chair.table, party: chair.party })}</span>
          )}
          {asks && isReady && (
            <span class="person__ready">
              <Icon name="check-circle" />
              <span class="visually-hidden">{t('live.desk.person.ready')}</span>
            </span>
          )}
        </span>
      </summary>
      <div class="person__ways">
        <Button
          action="rename-new"
          icon="arrow-u-up-left"
          onPress={() => command({ type: 'seat.rename', seat })}
        >
          {t('live.desk.person.newName')}
        </Button>
        <Button
          action={isHidden ? 'person-show' : 'person-hide'}
          onPress={() => command({ type: isHidden ? 'seat.show' : 'seat.hide', seat })}
        >
          {t(isHidden ? 'live.desk.person.show' : 'live.desk.person.hide')}
        </Button>
        <Button action="person-remove" icon="x-circle" opensDialog onPress={onRemove}>
          {t('live.desk.person.remove')}
        </Button>
        <form
          class="person__rename"
          onSubmit={(event) => {
            event.preventDefault();
            const field = event.currentTarget.elements.namedItem('name');
            if (!(field instanceof HTMLInputElement) || field.value.trim() === '') return;
            command({ type: 'seat.rename', seat, name: field.value.trim() });
            field.value = '';
          }}
        >
          <label>
            <span>{t('live.desk.person.typed')}</span>
            <input name="name" type="text" maxLength={MAX_NAME} autocomplete="off" />
          </label>
          <button type="submit" class="button" data-action="rename-typed">
            <span class="button__text">{t('live.desk.person.rename')}</span>
          </button>
        </form>
      </div>
    </details>
  );
}

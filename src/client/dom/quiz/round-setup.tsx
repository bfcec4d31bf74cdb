import { useState } from 'preact/hooks';
import type { RoundSetupView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { RetestForm } from './retest-form.tsx';

const LENGTHS = [5, 10, 20];

/** What shall be asked, and how much of it. */
export function RoundSetup({ round }: { readonly round: RoundSetupView }) {
  const { send } = useDom();
  const { topics, sourceCount, offer, retest } = round;
  const t = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [length, setLength] = useState<number | undefined>(LENGTHS[0]);
  const available =
    chosen.length === 0
      ? offer.itemCount
      : topics.filter(({ id }) => chosen.includes(id)).reduce((sum, { count }) => sum + count, 0);
  const toggle = (id: string) =>
    setChosen((list) => (list.includes(id) ? list.filter((other) => other !== id) : [...list, id]));
  const lengths = [...LENGTHS.filter((value) => value < available), undefined];
  const wanted = lengths.includes(length) ? length : undefined;
  return (
    <PageFrame name="round" title={t('round.title')} lead={t('round.lead')}>
      <form
        class="round-setup"
        onSubmit={(event) => {
          event.preventDefault();
          send({
            type: 'round.start',
            kind: 'free',
            topics: chosen,
            ...(wanted === undefined ? {} : { length: wanted }),
          });
        }}
      >
        <div class="round-setup__fields">
          {topics.length > 0 && (
            <fieldset class="setup__group">
              <legend>{t('round.topics')}</legend>
              <p class="setup__about">{t('round.topics.about')}</p>
              <div class="round-setup__topics">
                {topics.map(({ id, name, count }) => (
                  <label key={id} class="mark-card" data-topic={id}>
                    <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                    <span class="mark-card__text">
                      {name} <small>{t('round.items', { count })}</small>
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          )}
          <fieldset class="setup__group">
            <legend>{t('round.length')}</legend>
            <div class="round-setup__lengths">
              {lengths.map((value) => (
                <label key={value ?? 'all'} class="radio-card">
                  <input
                    type="radio"
                    name="length"
                    value={value ?? 'all'}
                    checked={wanted === value}
                    onChange={() => setLength(value)}
                  />
                  <span class="radio-card__text">
                    {value === undefined
                      ? t('round.all', { count: available })
                      : t('round.items', { count: value })}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <button type="submit" class="button button--primary" data-action="start">
            <Icon name="play" />
            <span class="button__text">{t('round.start')}</span>
          </button>
        </div>
        <aside class="round-setup__side" aria-label={t('round.other')}>
          <section>
            <h2>{t('round.due')}</h2>
            <p>{t('round.due.about', { count: offer.dueCount })}</p>
            {offer.dueCount > 0 && (
              <Button
                action="round-due"
                icon="clock-counter-clockwise"
                onPress={() => send({ type: 'round.start', kind: 'due' })}
              >
                {t('round.due.start', { count: offer.dueCount })}
              </Button>
            )}
          </section>
          {sourceCount > 0 && (
            <section>
              <h2>{t('round.sources')}</h2>
              <p>{t('round.sources.about')}</p>
              <Button
                action="round-sources"
                icon="magnifying-glass"
                onPress={() => send({ type: 'round.start', kind: 'sources' })}
              >
                {t('round.sources.start', { count: sourceCount })}
              </Button>
            </section>
          )}
          <p class="fine-print">{t('round.privacy')}</p>
        </aside>
      </form>
      {offer.testCount > 0 && (
        <section class="round-setup__retest" aria-labelledby="retest-title">
          <h2 id="retest-title">{t('retest.title')}</h2>
          <p>{t('retest.about')}</p>
          <RetestForm retest={retest} onEnter={(code) => send({ type: 'round.retest', code })} />
        </section>
      )}
    </PageFrame>
  );
}

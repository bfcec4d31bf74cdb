import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { LogEntryView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { NotebookFacts } from './notebook-facts.tsx';
import { NotebookTerms } from './notebook-terms.tsx';
import { NewsStrip, Timeline } from './reports.tsx';

const LOG_ICONS = {
  news: 'newspaper',
  choice: 'hand-pointing',
  quiz: 'seal-question',
  table: 'handshake',
} as const satisfies Record<LogEntryView['kind'], string>;

interface Part {
  readonly id: string;
  readonly icon: string;
  readonly title: string;
  readonly count: number;
  readonly body: ComponentChildren;
}

/** To look things up: facts with their sources, all news, terms, what happened next, the log of the run. */
export function NotebookScreen() {
  const { view } = useDom();
  const t = useWords();
  const [chosen, setChosen] = useState('facts');
  const notebook = view.play?.notebook;
  const terms = notebook?.terms.length ?? view.library.terms.length;
  const news = notebook?.news ?? [];
  const aftermath = notebook?.aftermath ?? [];
  const log = notebook?.log ?? [];
  const parts: readonly Part[] = [
    {
      id: 'facts',
      icon: 'file-text',
      title: t('notebook.facts'),
      count: notebook?.facts.length ?? 0,
      body: <NotebookFacts notebook={notebook} />,
    },
    {
      id: 'news',
      icon: 'newspaper',
      title: t('notebook.news'),
      count: news.length,
      body: <NewsStrip news={news} />,
    },
    {
      id: 'terms',
      icon: 'books',
      title: t('notebook.terms'),
      count: terms,
      body: <NotebookTerms notebook={notebook} />,
    },
    {
      id: 'log',
      icon: 'list',
      title: t('notebook.log'),
      count: log.length,
      body: <Log entries={log} />,
    },
    // Before the end of the run even the name would tell that something is to come.
    ...(aftermath.length > 0
      ? [
          {
            id: 'aftermath',
            icon: 'clock-counter-clockwise',
            title: t('aftermath.title'),
            count: aftermath.length,
            body: <Timeline events={aftermath} />,
          },
        ]
      : []),
  ];
  const part = parts.find(({ id }) => id === chosen) ?? parts[0];
  return (
    <PageFrame name="notebook" title={t('notebook.title')} lead={t('notebook.lead')}>
      <nav aria-label={t('notebook.sections')}>
        <ul class="dividers">
          {parts.map(({ id, icon, title, count }) => (
            <li key={id}>
              <Button
                action={`notebook-${id}`}
                class="divider"
                icon={icon}
                isCurrent={id === part?.id}
                onPress={() => setChosen(id)}
              >
                {title}
                <span class="divider__count" aria-hidden="true">
                  {count}
                </span>
                <span class="visually-hidden">{t('notebook.count', { count })}</span>
              </Button>
            </li>
          ))}
        </ul>
      </nav>
      {part && (
        <section
          key={part.id}
          class={`notebook__part notebook__part--${part.id}`}
          aria-labelledby="notebook-part"
        >
          <h2 id="notebook-part">{part.title}</h2>
          {part.body}
        </section>
      )}
    </PageFrame>
  );
}

function Log({ entries }: { readonly entries: readonly LogEntryView[] }) {
  const { view } = useDom();
  const t = useWords();
  if (entries.length === 0) return <p class="notebook__none">{t('notebook.log.none')}</p>;
  return (
    <ol class="log">
      {entries.map((entry, index) => (
        <li key={index} class={`log__entry log__entry--${entry.kind}`}>
          <span class="log__date">{dateWords(view.language, entry.date, 'short')}</span>
          <Icon name={LOG_ICONS[entry.kind]} />
          <span class="log__text">
            <span class="visually-hidden">{t('notebook.log.kind', { kind: entry.kind })}</span>
            {entry.text}
            {entry.detail && <span class="log__detail">{entry.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

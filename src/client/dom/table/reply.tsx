import type { CounterpartView, QuestionView, TableView, TurnView } from '../../../core/view-model/index.ts';
import { Emblem, Figure, Icon } from '../parts/art.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { replyMessage } from './table-words.ts';

const STYLE_ICONS = {
  hard: 'hourglass-medium',
  steady: 'equals',
  soft: 'handshake',
  unknown: 'question',
} as const satisfies Record<CounterpartView['style'], string>;

/** Who sits opposite, and what came of the last turn. */
export function Reply({ table }: { readonly table: TableView }) {
  const { translate } = useDom();
  const t = useWords();
  const { counterpart, turns, questions } = table;
  const last = turns.at(-1);
  const speech = last ? speechAfter(last, counterpart) : counterpart && 'opening';
  return (
    <section
      class="reply"
      aria-labelledby="reply-title"
      data-reply={last?.reply ?? 'opening'}
      data-color={counterpart?.color}
      data-new={last && 'first'}
    >
      {counterpart && (
        <div class="reply__figure" aria-hidden="true">
          {counterpart.figure ? (
            <Figure name={counterpart.figure} mood={counterpart.mood} />
          ) : (
            <Emblem name={counterpart.emblem} />
          )}
        </div>
      )}
      <div class="reply__words">
        {counterpart && <Counterpart counterpart={counterpart} />}
        <h2 id="reply-title" class="reply__title" tabIndex={-1} data-heading={last ? 'later' : undefined}>
          {last
            ? translate(replyMessage(last))
            : t('table.opening', { hasCounterpart: counterpart ? 'yes' : 'no' })}
        </h2>
        {speech && counterpart && (
          <p class="reply__speech">{t('table.say', { reply: speech, style: counterpart.style })}</p>
        )}
        {last && (
          <After
            turn={last}
            counterpart={counterpart}
            question={questions.find(({ name }) => name === last.party)}
          />
        )}
        {!last && <p class="reply__note">{t('table.help')}</p>}
      </div>
    </section>
  );
}

/** The figure speaks only for itself: a capital that answers a question is quoted by nobody. */
function speechAfter(turn: TurnView, counterpart: CounterpartView | undefined): string | undefined {
  if (!counterpart || turn.reply === 'blocked') return undefined;
  return turn.kind === 'question' ? undefined : turn.reply;
}

function Counterpart({ counterpart }: { readonly counterpart: CounterpartView }) {
  const t = useWords();
  return (
    <p class="reply__who">
      <b class="reply__name">{counterpart.name}</b> <span>{counterpart.role}</span>{' '}
      <span class="reply__style" data-style={counterpart.style}>
        <Icon name={STYLE_ICONS[counterpart.style]} />
        {t('table.style', { style: counterpart.style })}
      </span>
    </p>
  );
}

interface AfterProps {
  readonly turn: TurnView;
  readonly counterpart: CounterpartView | undefined;
  readonly question: QuestionView | undefined;
}

function After({ turn, counterpart, question }: AfterProps) {
  const t = useWords();
  if (turn.kind === 'question')
    return question ? (
      <p class="reply__note">{t('table.answered', { known: question.known, all: question.all })}</p>
    ) : null;
  if (turn.reply === 'blocked')
    return (
      <p class="reply__note">{t('table.blockedNote', { hasCounterpart: counterpart ? 'yes' : 'no' })}</p>
    );
  return null;
}

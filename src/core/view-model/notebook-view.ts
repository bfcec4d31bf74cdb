import type { FactId, TermId } from '../domain/index.ts';
import { runTables } from '../machine/index.ts';
import { factGroup, type QuizItem, type Scenario, type ScenarioTexts } from '../scenario/index.ts';
import type { RunEffect } from '../session/index.ts';
import { createFootnotes, parseProse, plainText } from './prose.ts';
import type { Presenting } from './run-history.ts';
import { newsText } from './scene-view.ts';
import type {
  AftermathView,
  FactView,
  LogEntryView,
  NewsReportView,
  NotebookView,
  SourceView,
  TermView,
} from './view-model.ts';

export function presentNotebook(present: Presenting): NotebookView {
  const { scenario, texts, run, frame } = present;
  const met = whatWasMet(present);
  const isOver = frame.story === 'ended';
  const unmet = isOver ? scenario.facts.filter(({ id }) => !met.facts.includes(id)) : [];
  return {
    terms: met.terms.flatMap((id) => termView(scenario, texts, id) ?? []),
    facts: met.facts.flatMap((id) => factView(scenario, texts, id) ?? []),
    unmet: unmet.flatMap(({ id }) => factView(scenario, texts, id) ?? []),
    news: newsReports(present),
    aftermath: isOver ? aftermathView(present) : [],
    log: run
      .frames()
      .flatMap(({ context, effects }) =>
        effects.flatMap((effect) => logEntry(present, context.date, effect)),
      ),
  };
}

/** All news so far: on a day in the order in which they came. */
function newsReports({ scenario, texts, run }: Presenting): readonly NewsReportView[] {
  const footnotes = createFootnotes();
  const { calendar } = runTables(scenario);
  return run.frames().flatMap(({ context, effects }) =>
    effects.flatMap((effect) => {
      if (effect.type !== 'calendar.fired') return [];
      const words = texts.calendar[effect.event];
      if (!words) return [];
      return [
        {
          id: effect.event,
          date: calendar.get(effect.event)?.date ?? context.date,
          headline: words.headline,
          text: parseProse(newsText(words, effect.chance), footnotes),
        },
      ];
    }),
  );
}

/** Its notes go on where those before it on the same page stop. */
export function aftermathView({ scenario, texts, footnotes }: Presenting): readonly AftermathView[] {
  return scenario.aftermath.flatMap(({ id, date }) => {
    const words = texts.aftermath[id];
    return words ? [{ id, date, headline: words.headline, text: parseProse(words.text, footnotes) }] : [];
  });
}

/** Everything there is to look up: for the pages that stand outside a run. */
export function presentLibrary(scenario: Scenario, texts: ScenarioTexts) {
  return {
    sources: scenario.sources.map(sourceView),
    facts: scenario.facts.flatMap(({ id }) => factView(scenario, texts, id) ?? []),
    terms: scenario.terms.flatMap(({ id }) => termView(scenario, texts, id) ?? []),
  };
}

export function factView(scenario: Scenario, texts: ScenarioTexts, id: FactId): FactView | undefined {
  const fact = scenario.facts.find((candidate) => candidate.id === id);
  if (!fact) return undefined;
  const { date, mark, kinds } = fact;
  const sources = fact.sources.flatMap((key) => {
    const source = scenario.sources.find((candidate) => candidate.id === key);
    return source ? [sourceView(source)] : [];
  });
  const group = texts.manifest.factGroups[factGroup(id)];
  return {
    id,
    ...(group === undefined ? {} : { group }),
    text: texts.facts[id] ?? id,
    date,
    mark,
    kinds,
    sources,
  };
}

function termView(scenario: Scenario, texts: ScenarioTexts, id: TermId): TermView | undefined {
  const words = texts.glossary[id];
  const facts = scenario.terms.find((term) => term.id === id)?.facts;
  if (!words || !facts) return undefined;
  const { term, short, example } = words;
  return { id, term, short, ...(example === undefined ? {} : { example: plainText(example) }), facts };
}

function sourceView(source: Scenario['sources'][number]): SourceView {
  const { id, type, publisher, title, date, url, access, note } = source;
  return {
    id,
    type,
    publisher,
    title,
    ...(date === undefined ? {} : { date }),
    url,
    access,
    hasError: note === 'contains-error',
  };
}

/** Terms and facts of all that was on screen so far, each once, in order. */
function whatWasMet({ scenario, run }: Presenting): {
  readonly terms: readonly TermId[];
  readonly facts: readonly FactId[];
} {
  const tables = runTables(scenario);
  const terms = new Set<TermId>();
  const facts = new Set<FactId>();
  const meet = (ids: readonly FactId[] | undefined) => {
    for (const id of ids ?? []) facts.add(id);
  };
  for (const { effects, story, context } of run.frames()) {
    for (const effect of effects) {
      if (effect.type === 'calendar.fired') meet(tables.calendar.get(effect.event)?.facts);
      if (effect.type === 'scene.opened') {
        const scene = tables.scenes.get(effect.scene)?.scene;
        meet(scene?.evidence);
        meet(scene?.perspectives.map(({ fact }) => fact));
        for (const term of scene?.terms ?? []) terms.add(term);
      }
      if (effect.type === 'choice.taken')
        meet(tables.scenes.get(effect.scene)?.choices.get(effect.choice)?.evidence);
      if (effect.type === 'run.ended')
        meet(scenario.endings.find(({ id }) => id === effect.ending)?.evidence);
    }
    if (story === 'quiz.explained')
      meet(tables.quiz.get(tables.scenes.get(context.sceneId ?? '')?.scene.quiz ?? '')?.facts);
  }
  return { terms: [...terms], facts: [...facts] };
}

function logEntry(present: Presenting, shownOn: string, effect: RunEffect): readonly LogEntryView[] {
  const { scenario, texts } = present;
  switch (effect.type) {
    case 'calendar.fired': {
      const words = texts.calendar[effect.event];
      const date = runTables(scenario).calendar.get(effect.event)?.date ?? shownOn;
      if (!words) return [];
      return [
        { date, kind: 'news', text: words.headline, detail: plainText(newsText(words, effect.chance)) },
      ];
    }
    case 'choice.taken': {
      const words = texts.scenes[effect.scene];
      const label = plainText(words?.choices[effect.choice]?.label ?? effect.choice);
      const detail = plainText(words?.choices[effect.choice]?.feedback ?? '');
      return [{ date: shownOn, kind: 'choice', text: label, detail }];
    }
    case 'quiz.answered': {
      const item = runTables(scenario).quiz.get(effect.item);
      const words = texts.quiz[effect.item];
      if (!item || !words) return [];
      return [
        {
          date: shownOn,
          kind: 'quiz',
          text: plainText(words.stem),
          detail: plainText(rightAnswer(item, words)),
        },
      ];
    }
    case 'table.judged': {
      const partner = texts.model.tracks[effect.track] ?? effect.track;
      return [
        {
          date: shownOn,
          kind: 'table',
          text: partner,
          detail: texts.model.drafts[effect.draft]?.name ?? effect.draft,
        },
      ];
    }
    default:
      return [];
  }
}

/** What is right, in the words of the item: an option, several of them, pairs, or a number. */
function rightAnswer(item: QuizItem, words: ScenarioTexts['quiz'][string]): string {
  const textOf = (id: string) => words.options[id]?.text ?? id;
  switch (item.type) {
    case 'estimate':
      return words.why ?? '';
    case 'order':
    case 'veto':
      return item.key.map(textOf).join(' · ');
    case 'match':
      return item.options
        .map(({ id }) => `${textOf(id)} – ${words.targets[item.key[id] ?? ''] ?? ''}`)
        .join(' · ');
    default:
      return textOf(item.key);
  }
}

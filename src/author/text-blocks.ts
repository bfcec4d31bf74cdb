import { quizOptions, type Scenario, type ScenarioTexts } from '../core/scenario/index.ts';

export type BlockKind =
  | 'scene'
  | 'easyScene'
  | 'easyLabel'
  | 'easyFeedback'
  | 'label'
  | 'feedback'
  | 'headline'
  | 'news'
  | 'ending'
  | 'role'
  | 'why'
  | 'term'
  | 'aftermath'
  | 'comparison'
  | 'laterNote'
  | 'lesson'
  | 'prompt'
  | 'brief'
  | 'other';

/** One text that a player reads, with where it stands. */
export interface TextBlock {
  readonly kind: BlockKind;
  readonly file: string;
  readonly path: string;
  readonly text: string;
  /** The same in every language. */
  readonly key: string;
  /** Facts that the structure file lists for it; undefined where any fact may be cited. */
  readonly evidence?: readonly string[];
}

/** All prose of one language that has marks, limits or both. */
export function textBlocks(scenario: Scenario, texts: ScenarioTexts, language: string): readonly TextBlock[] {
  return [
    ...scenario.scenes.flatMap((scene) => [
      ...sceneBlocks(scene, texts, language),
      ...easyBlocks(scene, texts, language),
    ]),
    ...calendarBlocks(scenario, texts, `calendar.${language}.yaml`),
    ...endingBlocks(scenario, texts, `endings.${language}.yaml`),
    ...Object.entries(texts.endings.roles).map(([id, role]) =>
      block('role', `endings.${language}.yaml`, `roles.${id}.case`, role.case),
    ),
    ...quizBlocks(scenario, texts, language),
    ...scenario.terms.flatMap(({ id, facts }) => {
      const words = texts.glossary[id];
      const file = `glossary.${language}.yaml`;
      if (!words) return [];
      const { short, example } = words;
      return [
        block('term', file, `${id}.short`, short, []),
        ...(example === undefined ? [] : [block('other', file, `${id}.example`, example, facts)]),
      ];
    }),
    ...scenario.aftermath.flatMap(({ id, facts }) => {
      const words = texts.aftermath[id];
      const file = `aftermath.${language}.yaml`;
      if (!words) return [];
      return [
        block('headline', file, `${id}.headline`, words.headline, []),
        block('aftermath', file, `${id}.text`, words.text, facts),
      ];
    }),
    ...laterBlocks(scenario, texts, `later.${language}.yaml`),
    ...modelBlocks(texts, `model.${language}.yaml`),
    ...scenario.facts.map(({ id }) => block('other', `facts.${language}.yaml`, id, texts.facts[id] ?? '')),
  ];
}

function sceneBlocks(
  scene: Scenario['scenes'][number],
  texts: ScenarioTexts,
  language: string,
): readonly TextBlock[] {
  const words = texts.scenes[scene.id];
  if (!words) return [];
  const file = `scenes/${scene.id}.${language}.yaml`;
  return [
    block(
      'scene',
      file,
      'body',
      [words.body, words.speech].filter((part) => part !== undefined).join('\n'),
      scene.evidence,
    ),
    ...scene.choices.flatMap((choice) => {
      const text = words.choices[choice.id];
      if (!text) return [];
      return [
        block('label', file, `choices.${choice.id}.label`, text.label, []),
        block('feedback', file, `choices.${choice.id}.feedback`, text.feedback, choice.evidence),
      ];
    }),
    ...scene.perspectives.flatMap(({ id, fact }) => {
      const text = words.perspectives[id];
      return text ? [block('feedback', file, `perspectives.${id}.view`, text.view, [fact])] : [];
    }),
  ];
}

/** The easy words of a scene cite what the standard words cite. */
function easyBlocks(
  scene: Scenario['scenes'][number],
  texts: ScenarioTexts,
  language: string,
): readonly TextBlock[] {
  const words = texts.easy.scenes[scene.id];
  if (!words) return [];
  const file = `scenes/${scene.id}.${language}.easy.yaml`;
  const story = [words.body, words.speech].filter((part) => part !== undefined).join('\n');
  return [
    ...(words.body === undefined ? [] : [block('easyScene', file, 'body', story, scene.evidence)]),
    ...scene.choices.flatMap((choice) => {
      const text = words.choices[choice.id];
      if (!text) return [];
      return [
        block('easyLabel', file, `choices.${choice.id}.label`, text.label, []),
        block('easyFeedback', file, `choices.${choice.id}.feedback`, text.feedback, choice.evidence),
      ];
    }),
  ];
}

function calendarBlocks(scenario: Scenario, texts: ScenarioTexts, file: string): readonly TextBlock[] {
  return scenario.calendar.flatMap(({ id, facts }) => {
    const words = texts.calendar[id];
    if (!words) return [];
    const versions = Object.entries({ news: words.news, yes: words.yes, no: words.no });
    return [
      block('headline', file, `${id}.headline`, words.headline),
      ...versions.flatMap(([name, text]) =>
        text === undefined ? [] : [block('news', file, `${id}.${name}`, text, facts)],
      ),
    ];
  });
}

function endingBlocks(scenario: Scenario, texts: ScenarioTexts, file: string): readonly TextBlock[] {
  return scenario.endings.flatMap(({ id, evidence }) => {
    const words = texts.endings.endings[id];
    if (!words) return [];
    const { story, why, reality } = words;
    const all = { story, why, reality };
    // Facts of an ending are listed once for its three texts together.
    const cited = Object.values(all).join(' ');
    const picture = words.picture === undefined ? [] : [['picture', words.picture] as const];
    const named = [...Object.entries(all), ...picture];
    return named.map(([name, text]) => ({
      ...block('ending', file, `endings.${id}.${name}`, text),
      ...(name === 'reality'
        ? { evidence: evidence.filter((fact) => text.includes(fact) || !cited.includes(fact)) }
        : {}),
      ...(name === 'picture' ? { kind: 'other', evidence: [] } : {}),
    }));
  });
}

function quizBlocks(scenario: Scenario, texts: ScenarioTexts, language: string): readonly TextBlock[] {
  return scenario.quiz.flatMap((item) => {
    const words = texts.quiz[item.id];
    if (!words) return [];
    const file = `quiz/${item.id}.${language}.yaml`;
    return [
      block('other', file, 'stem', words.stem),
      ...quizOptions(item).flatMap(({ id }) => {
        const text = words.options[id];
        if (!text) return [];
        return [
          block('other', file, `options.${id}.text`, text.text),
          block('why', file, `options.${id}.why`, text.why),
        ];
      }),
      ...Object.entries(words.targets).map(([id, text]) => block('other', file, `targets.${id}`, text)),
      ...(words.why === undefined ? [] : [block('why', file, 'why', words.why)]),
    ];
  });
}

function laterBlocks(
  { later }: Scenario,
  { later: words }: ScenarioTexts,
  file: string,
): readonly TextBlock[] {
  if (!later || !words) return [];
  return [
    block('headline', file, 'title', words.title, []),
    block('headline', file, 'deal', words.deal, []),
    ...later.comparisons.flatMap(({ id, then, now }) => {
      const text = words.comparisons[id];
      if (!text) return [];
      const path = `comparisons.${id}`;
      return [
        block('headline', file, `${path}.topic`, text.topic, []),
        block('comparison', file, `${path}.then`, text.then, then),
        block('comparison', file, `${path}.now`, text.now, now),
      ];
    }),
    ...later.notes.flatMap(({ id, facts }) => {
      const text = words.notes[id];
      return text === undefined ? [] : [block('laterNote', file, `notes.${id}`, text, facts)];
    }),
  ];
}

function modelBlocks({ model }: ScenarioTexts, file: string): readonly TextBlock[] {
  const { claims, card } = model;
  return [
    ...Object.entries(claims).map(([id, text]) => block('other', file, `claims.${id}`, text)),
    ...(card ? [block('other', file, 'card.lead', card.lead)] : []),
    ...(card?.sections ?? []).flatMap(({ paragraphs }, section) =>
      paragraphs.map((text, index) =>
        block('other', file, `card.sections[${section}].paragraphs[${index}]`, text),
      ),
    ),
  ];
}

/** `evidence`: facts that it must cite, and no others; missing where any may be cited. */
export function block(
  kind: BlockKind,
  file: string,
  path: string,
  text: string,
  evidence?: readonly string[],
): TextBlock {
  const key = `${file.replace(/\.[^.]+(\.easy)?\.yaml$/, '$1')} ${path}`;
  return { kind, file, path, text, key, ...(evidence === undefined ? {} : { evidence }) };
}

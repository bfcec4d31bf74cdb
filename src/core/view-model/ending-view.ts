import { gaugeValue, runTables } from '../machine/index.ts';
import type { Ending, Gauge } from '../scenario/index.ts';
import type { Decision } from '../session/index.ts';
import { parseProse, plainText } from './prose.ts';
import { answeredItems } from './quiz-view.ts';
import type { Presenting } from './run-history.ts';
import { presentSpeaker } from './scene-view.ts';
import type { EndingPictureView, EndingView, GaugeView, PathStepView } from './view-model.ts';

export function presentEnding(present: Presenting): EndingView | undefined {
  const { scenario, texts, frame, footnotes } = present;
  const ending = scenario.endings.find(({ id }) => id === frame.context.endingId);
  if (!ending) return undefined;
  const words = texts.endings.endings[ending.id];
  const prose = (text: string | undefined) => parseProse(text ?? '', footnotes);
  const speaker = presentSpeaker(present, ending.speaker, ending.mood);
  const answers = answeredItems(present);
  const goal = chosenGoal(present);
  return {
    id: ending.id,
    title: words?.title ?? ending.id,
    tone: ending.tone,
    story: prose(words?.story),
    why: prose(words?.why),
    reality: prose(words?.reality),
    isHistory: ending.history,
    ...(speaker ? { speaker } : {}),
    ...presentPicture(ending, words?.picture),
    gauges: scenario.gauges.map((gauge) => presentGauge(present, ending, gauge)),
    ...(goal === undefined ? {} : { goal }),
    prompts: words?.prompts ?? [],
    reflection: texts.endings.reflection,
    quiz: { correct: answers.filter(({ isCorrect }) => isCorrect).length, answered: answers.length },
    path: presentPath(present),
  };
}

function presentPicture(
  { picture }: Ending,
  words: string | undefined,
): { readonly picture?: EndingPictureView } {
  if (!picture) return {};
  const { ground, figures, props, stamp } = picture;
  return {
    picture: { ground, figures, props, ...(stamp === undefined ? {} : { stamp }), words: words ?? '' },
  };
}

function presentGauge(present: Presenting, ending: Ending, gauge: Gauge): GaugeView {
  const words = present.texts.endings.gauges[gauge.id];
  return {
    id: gauge.id,
    name: words?.name ?? gauge.id,
    about: words?.about ?? '',
    icon: gauge.icon,
    value: gaugeValue(present.scenario, present.frame, ending, gauge),
  };
}

/** Decisions of the run beside what was really done. */
export function presentPath(present: Presenting): readonly PathStepView[] {
  const { scenario, texts, run } = present;
  const { scenes } = runTables(scenario);
  return run.decisions().flatMap((decision, index): PathStepView[] => {
    const entry = scenes.get(decision.scene);
    if (!entry) return [];
    const words = texts.scenes[decision.scene];
    const historic = entry.scene.choices.find(({ history }) => history);
    const isHistory = entry.choices.get(decision.choice)?.history === true;
    const reality = historic && !isHistory ? words?.choices[historic.id]?.label : undefined;
    return [
      {
        decision: index,
        date: decision.date,
        act: entry.scene.act,
        scene: decision.scene,
        title: words?.title ?? decision.scene,
        choice: labelOf(present, decision),
        isHistory,
        ...(reality === undefined ? {} : { reality: plainText(reality) }),
      },
    ];
  });
}

/** What the player set out to reach: the choice in the scene of kind `goal`. */
function chosenGoal(present: Presenting): string | undefined {
  const { scenes } = runTables(present.scenario);
  const decision = present.run.decisions().find(({ scene }) => scenes.get(scene)?.scene.kind === 'goal');
  return decision && labelOf(present, decision);
}

/** Words of a choice, without marks. */
export function labelOf(
  { texts }: Pick<Presenting, 'texts'>,
  { scene, choice }: Pick<Decision, 'scene' | 'choice'>,
): string {
  return plainText(texts.scenes[scene]?.choices[choice]?.label ?? choice);
}

import type { Debrief } from '../../../core/debrief/index.ts';
import type { Decision, Save } from '../../../core/session/index.ts';
import type { DebriefView } from '../../../core/view-model/index.ts';

const FORMAT = 'letztes-gebot/debrief';
/** Raised when a reader would misread a new file: `docs/formats/debrief.md`. */
const VERSION = 1;

/** A debrief as a file: what the run was, and all that was worked out about it. */
export interface DebriefRecord {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly scenario: Save['scenario'] & { readonly title: string };
  readonly language: string;
  readonly tier: string;
  readonly seed: number;
  readonly ending: DebriefView['ending'];
  readonly decisions: readonly DecisionRecord[];
  readonly gauges: readonly Pick<DebriefView['gauges'][number], 'id' | 'name' | 'points'>[];
  /** Missing where they could not be worked out. */
  readonly findings?: Debrief;
}

interface DecisionRecord {
  /** From 1. */
  readonly number: number;
  readonly date: string;
  readonly scene: string;
  readonly title: string;
  readonly choice: string;
  /** The choice in words. */
  readonly words: string;
  /** Whether it was really done so; missing where that is not known. */
  readonly isHistory?: boolean;
  /** What was really done, where the run left history. */
  readonly reality?: string;
}

interface RecordedRun {
  /** Of the scenario. */
  readonly title: string;
  readonly save: Save;
  readonly decisions: readonly Decision[];
}

export function debriefRecord(
  { view, findings }: { readonly view: DebriefView; readonly findings?: Debrief },
  { title, save, decisions }: RecordedRun,
): DebriefRecord {
  const { language, tier, seed, scenario } = save;
  return {
    format: FORMAT,
    version: VERSION,
    scenario: { ...scenario, title },
    language,
    tier,
    seed,
    ending: view.ending,
    decisions: view.path.map((step) => ({
      number: step.decision + 1,
      date: step.date,
      scene: step.scene,
      title: step.title,
      choice: decisions[step.decision]?.choice ?? '',
      words: step.choice,
      ...(step.isHistory ? { isHistory: true } : {}),
      ...(step.reality === undefined ? {} : { isHistory: false, reality: step.reality }),
    })),
    gauges: view.gauges.map(({ id, name, points }) => ({ id, name, points })),
    ...(findings ? { findings } : {}),
  };
}

const COLUMNS = [
  'number',
  'date',
  'scene',
  'title',
  'choice',
  'words',
  'weight',
  'share_choice',
  'share_others',
  'share_chance',
  'history',
  'ending',
];

/** One row for each decision, below the names of the columns. What was not worked out is missing. */
export function decisionRows({
  ending,
  decisions,
  findings,
}: DebriefRecord): readonly (readonly (string | number | undefined)[])[] {
  const reviews = new Map(findings?.causes.decisions.map((review) => [review.decision + 1, review]));
  return [
    COLUMNS,
    ...decisions.map(({ number, date, scene, title, choice, words, isHistory }) => {
      const { weight, causes } = reviews.get(number) ?? {};
      const found = [weight, causes?.choice, causes?.others, causes?.chance];
      const history = isHistory === undefined ? 'unknown' : isHistory ? 'same' : 'different';
      return [number, date, scene, title, choice, words, ...found.map(rounded), history, ending.id];
    }),
  ];
}

/** Ten thousandths: more would be noise of the sample. */
function rounded(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Math.round(share * 1e4) / 1e4;
}

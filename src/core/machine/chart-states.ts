import type { RegionRow, StateRow, TransitionRow } from './region-table.ts';
import { TABLE_INTENTS } from './run.ts';
import type { StoryNode } from './run-state.ts';

// States of the statechart as XState reads them. Guards and actions are names with parameters.

interface ChartState {
  readonly id?: string;
  readonly type?: 'parallel';
  readonly initial?: string;
  readonly states?: Readonly<Record<string, ChartState>>;
  readonly on?: Readonly<Record<string, readonly object[]>>;
  readonly always?: readonly object[];
  readonly entry?: object;
}

const nodeId = (region: string, path: string): string => `${region}:${path}`.replaceAll('.', '/');

/** One node for each region; regions that share the part before the dot stand in a parallel node. */
export function regionStates(regions: readonly RegionRow[]): Readonly<Record<string, ChartState>> {
  const states: Record<string, ChartState> = {};
  for (const region of regions) {
    const [group = region.id, ...rest] = region.id.split('.');
    if (rest.length === 0) {
      states[group] = regionState(region);
      continue;
    }
    const siblings = states[group]?.states ?? {};
    states[group] = { type: 'parallel', states: { ...siblings, [rest.join('-')]: regionState(region) } };
  }
  return states;
}

function regionState({ id, initial, states }: RegionRow): ChartState {
  return { initial, states: Object.fromEntries(states.map((state) => [state.key, stateNode(id, state)])) };
}

function stateNode(region: string, { path, initial, children, on }: StateRow): ChartState {
  const isLeaf = children.length === 0;
  return {
    id: nodeId(region, path),
    on: Object.fromEntries(
      Object.entries(on).map(([event, rows]) => [event, rows.map((row) => edge(region, row))]),
    ),
    ...(isLeaf ? { entry: { type: 'enterRegion', params: { region, leaf: path } } } : {}),
    ...(initial === undefined ? {} : { initial: initial.slice(path.length + 1) }),
    ...(isLeaf
      ? {}
      : { states: Object.fromEntries(children.map((child) => [child.key, stateNode(region, child)])) }),
  };
}

function edge(region: string, { target, when, effects }: TransitionRow): object {
  return {
    ...(target === undefined ? {} : { target: `#${nodeId(region, target)}` }),
    ...(when === undefined ? {} : { guard: { type: 'gate', params: { when } } }),
    ...(effects.length === 0 ? {} : { actions: { type: 'perform', params: { effects } } }),
  };
}

const enter = (state: StoryNode) => ({ type: 'enterStory', params: { state } });
const agendaEdge = (target: string, turn: string) => ({
  target,
  guard: { type: 'leadsTo', params: { turn } },
  actions: { type: 'takeEntry', params: { turn } },
});
const choiceEdge = (opens: string) => ({
  target: opens,
  guard: { type: 'isPossibleChoice', params: { opens } },
  actions: { type: 'takeChoice' },
});
const moveEdge = (opens: string) => ({
  // No target while the table goes on: the state is not entered again.
  ...(opens === 'table' ? {} : { target: opens }),
  guard: { type: 'isPossibleMove', params: { opens } },
  actions: { type: 'takeMove' },
});
const continueEdges = [
  { target: 'ended', guard: { type: 'continuesTo', params: { turn: 'ended' } } },
  { target: 'quiz', guard: { type: 'continuesTo', params: { turn: 'quiz.question' } } },
  { target: 'advance', guard: { type: 'continuesTo', params: { turn: 'advance' } } },
];

/** The generic story region: it knows no scene, only how scenes follow one another. */
export const storyStates: ChartState = {
  initial: 'advance',
  states: {
    advance: {
      id: 'story-advance',
      entry: enter('advance'),
      always: [{ target: 'ended', guard: { type: 'hasEnding' } }],
      on: {
        'agenda.next': [
          agendaEdge('decide', 'decide'),
          agendaEdge('present', 'present'),
          agendaEdge('ended', 'ended'),
          // No target: the run stays between two entries.
          {
            guard: { type: 'leadsTo', params: { turn: 'pass' } },
            actions: { type: 'takeEntry', params: { turn: 'pass' } },
          },
        ],
      },
    },
    present: { entry: enter('present'), on: { 'scene.continue': continueEdges } },
    decide: {
      entry: enter('decide'),
      on: {
        'choice.take': [choiceEdge('table'), choiceEdge('feedback')],
      },
    },
    // Every move of a table comes to the same two ends: the table goes on, or it is over.
    table: {
      entry: enter('table'),
      on: Object.fromEntries(TABLE_INTENTS.map((type) => [type, [moveEdge('feedback'), moveEdge('table')]])),
    },
    feedback: { entry: enter('feedback'), on: { 'scene.continue': continueEdges } },
    quiz: {
      initial: 'question',
      states: {
        question: {
          entry: enter('quiz.question'),
          on: {
            'quiz.answer': [
              { target: 'explained', guard: { type: 'isQuizAnswer' }, actions: { type: 'recordAnswer' } },
            ],
            'quiz.skip': [{ target: 'explained', guard: { type: 'isOpenQuiz' } }],
          },
        },
        explained: {
          entry: enter('quiz.explained'),
          on: { 'scene.continue': [{ target: '#story-advance', guard: { type: 'isOpenScene' } }] },
        },
      },
    },
    ended: { entry: enter('ended') },
  },
};

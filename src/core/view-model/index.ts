// What views may know, and how it is read from a run.
export type {
  ModelCardView,
  ModelPartyView,
  ModelWeightsView,
  OddsView,
  RedLineView,
  ThresholdView,
} from './model-card-types.ts';
export { presentModelCard } from './model-card-view.ts';
export { presentLibrary } from './notebook-view.ts';
export type {
  OverlapCountView,
  OverlapPhaseView,
  OverlapRegionView,
  OverlapSetView,
  OverlapView,
} from './overlap-types.ts';
export { type OverlapCounting, presentOverlap, wishedOverlap } from './overlap-view.ts';
export { type PresentOptions, present } from './present.ts';
export { plainText } from './prose.ts';
export { type RunHistory, textsOf } from './run-history.ts';
export type {
  CoverView,
  GoalOptionView,
  NoticeView,
  SavedRunView,
  Screen,
  SettingsView,
  ShellIntent,
  ShellView,
} from './shell-view.ts';
export {
  type CounterpartView,
  type CounterView,
  type Importance,
  KNOWLEDGE_LEVELS,
  type KnowledgeLevel,
  type LightView,
  type LineChangeView,
  type PlanBView,
  type PracticeOptions,
  type PracticeSetupView,
  type QuestionView,
  type SuggestionView,
  type TableOptionView,
  type TableOutcomeView,
  type TableRowView,
  type TableSearchView,
  type TableView,
  type TurnView,
  type WishView,
} from './table-types.ts';
export type {
  CalendarDayView,
  ChoiceView,
  ContractLineView,
  ContractView,
  Cue,
  DeadlineView,
  EndingView,
  FactView,
  FeedbackView,
  GaugeView,
  HintView,
  LogEntryView,
  MastheadView,
  Mood,
  NewsView,
  NotebookView,
  PartyView,
  PathStepView,
  PerspectiveView,
  PlayView,
  Prose,
  QuizOptionView,
  QuizView,
  RelationView,
  SceneView,
  Segment,
  SourceView,
  SpeakerView,
  StampView,
  TermView,
  Trend,
  VoteView,
} from './view-model.ts';

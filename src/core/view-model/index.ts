// What views may know, and how it is read from a run.
export type { QuizResponse, RoundKind } from '../quiz/index.ts';
export { KNOWLEDGE_LEVELS, type KnowledgeLevel, MAX_SEED, type PracticeOptions } from '../session/index.ts';
export type {
  CertaintyView,
  ClassAnswerView,
  ClassDebriefView,
  ClassQuestionView,
  ClassTakeIntent,
  ClassVoteResultView,
  CountedView,
} from './class-debrief/class-debrief-types.ts';
export type { ClassWorking } from './class-debrief/class-debrief-view.ts';
export { loadClassDebriefView } from './class-debrief/load-class-debrief-view.ts';
export type {
  ClassIntent,
  ClassOptionView,
  ClassView,
  ClassVoteView,
} from './classroom/class-types.ts';
export { ballotOf, presentClass } from './classroom/class-view.ts';
export type { ClassVotesView } from './debrief/class-votes-types.ts';
export type {
  AxisView,
  CausesView,
  ContractPointView,
  DealCloudView,
  DealPlaneView,
  DealPointView,
  DealsView,
  DebriefIntent,
  DebriefView,
  GaugeLineView,
  NamedDealView,
  SharesView,
  TurningPointView,
} from './debrief/debrief-types.ts';
export type { DebriefKnown, DebriefWorking, PresentDebrief } from './debrief/debrief-view.ts';
export type {
  LearningView,
  MissedView,
  RetestView,
  TestView,
} from './debrief/learning-types.ts';
export { loadDebriefView } from './debrief/load-debrief-view.ts';
export type { LaterAnswerView, LaterDealView, LaterView } from './debrief/reality-types.ts';
export type { TreeRun } from './debrief/run-tree.ts';
export type { KnownNotes, Notes, PromptView, RoleView, SoWhatView } from './debrief/so-what-types.ts';
export { MAX_NOTE_LENGTH, presentSoWhat } from './debrief/so-what-view.ts';
export type { TakeAwayView, TakeIntent, TakenView } from './debrief/take-types.ts';
export type {
  DecisionWaysView,
  EndingCardView,
  RunTreeForkView,
  RunTreeNodeView,
  RunTreeView,
  WayOutlookView,
  WayView,
  WhatIfView,
} from './debrief/what-if-types.ts';
export type { WhatIfKnown } from './debrief/what-if-view.ts';
export {
  type ClockMove,
  type ClockReading,
  type LessonClock,
  moveClock,
  parseClock,
  readClock,
  startClock,
} from './lessons/lesson-clock.ts';
export { lessonPromptsFor } from './lessons/lesson-prompts.ts';
export type {
  LessonIntent,
  LessonPhaseView,
  LessonPlanView,
  LessonsView,
  ScenePromptsView,
} from './lessons/lesson-types.ts';
export { presentLessons } from './lessons/lesson-view.ts';
export { type HostKnown, presentHost } from './live/host-view.ts';
export type {
  HostPersonView,
  HostQuizView,
  HostReasonView,
  HostRolesView,
  HostRoundView,
  HostTeamView,
  HostVoteView,
  LiveHostView,
} from './live/host-view-types.ts';
export type {
  LiveConnection,
  LiveIntent,
  LiveJoinView,
  LiveQuizView,
  LiveRoomView,
  LiveRoundView,
  LiveSeatView,
  LiveShareView,
  LiveTeamView,
  LiveView,
  LiveVoteView,
} from './live/live-types.ts';
export { type LiveKnown, presentLive } from './live/live-view.ts';
export { withDraftLine } from './live/role-draft.ts';
export type {
  ContractWordsView,
  LiveChairsView,
  LiveDraftView,
  LiveRoleTableView,
  LiveRoleView,
  LiveSheetView,
  LiveWorthView,
} from './live/role-types.ts';
export type { LiveShown } from './live/seat-view.ts';
export { loadRoundView } from './load-round-view.ts';
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
export { partyName } from './party-view.ts';
export { presentPractice, presentPracticeSetup } from './practice-view.ts';
export { type PresentOptions, present } from './present.ts';
export { plainText } from './prose.ts';
export { presentQuizOffer } from './quiz-offer-view.ts';
export type {
  QuizItemView,
  QuizOptionView,
  QuizPairView,
  QuizPictureView,
  QuizPlaceView,
  QuizTaskView,
  QuizView,
} from './quiz-types.ts';
export type {
  QuizOfferView,
  RoundQuestionView,
  RoundReviewView,
  RoundSetupView,
  RoundView,
} from './round-types.ts';
export type { PresentRound, PresentRoundSetup } from './round-view.ts';
export { type ReadingLevel, type RunHistory, textsOf } from './run-history.ts';
export type {
  CoverView,
  GoalOptionView,
  NoticeView,
  SavedRunView,
  ScenarioCardView,
  Screen,
  SettingsView,
  SetupChoice,
  ShellIntent,
  ShellView,
} from './shell-view.ts';
export type {
  CounterpartView,
  CounterView,
  Importance,
  LightView,
  LineChangeView,
  PlanBView,
  PracticeSetupView,
  QuestionView,
  SuggestionView,
  TableOptionView,
  TableOutcomeView,
  TableRowView,
  TableSearchView,
  TableView,
  TurnView,
  WishView,
} from './table-types.ts';
export { lineChanges } from './table-words.ts';
export type {
  AftermathView,
  CalendarDayView,
  ChoiceView,
  ContractLineView,
  ContractView,
  Cue,
  DeadlineView,
  EndingPictureView,
  EndingView,
  FactView,
  FeedbackView,
  GaugeView,
  HintView,
  LogEntryView,
  MastheadView,
  Mood,
  NewsReportView,
  NewsView,
  NotebookView,
  PartyView,
  PathStepView,
  PerspectiveView,
  PlayView,
  Prose,
  RelationView,
  SceneView,
  Segment,
  SourceView,
  SpeakerView,
  StampView,
  TermView,
  Trend,
} from './view-model.ts';

// What views may know, and how it is read from a run.
export { presentLibrary } from './notebook-view.ts';
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

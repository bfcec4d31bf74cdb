// What views may know, and how it is read from a run.
export { presentLibrary } from './notebook-view.ts';
export { type PresentOptions, present } from './present.ts';
export { plainText } from './prose.ts';
export { type RunHistory, textsOf } from './run-history.ts';
export {
  type GoalOptionView,
  type NoticeView,
  type SavedRunView,
  type Screen,
  SCREENS,
  type SettingsView,
  type ShellIntent,
  type ShellView,
} from './shell-view.ts';
export {
  type CalendarDayView,
  type ChoiceView,
  type ContractLineView,
  type ContractView,
  type Cue,
  type DeadlineView,
  type EndingView,
  type FactView,
  type FeedbackView,
  type GaugeView,
  type HintView,
  type LogEntryView,
  type MastheadView,
  type Mood,
  type NewsView,
  type NotebookView,
  type PartyView,
  type PathStepView,
  type PerspectiveView,
  type PlayView,
  type Prose,
  type QuizOptionView,
  type QuizView,
  type RelationView,
  type SceneView,
  type Segment,
  type SourceView,
  type SpeakerView,
  type StampView,
  type TermView,
  type Trend,
  type VoteView,
} from './view-model.ts';

// What a run that is over came to and why: worked out by playing it again, never guessed.
export type { Causes, CausesReview, DecisionReview, DecisionWay } from './causes.ts';
export { type ClassCloud, type ClassDeal, workOutClassDeals } from './class-deals.ts';
export type { DealCloud, DealPoint, DealsReview, NamedDeal, ZonePoint } from './deals.ts';
export { type Debrief, workOutDebrief } from './debrief.ts';
export { type Outlook, parseOutlook } from './outlook.ts';
export { surveyOutlook } from './outlook-survey.ts';
export { type RunRecord, retraceRun } from './run-record.ts';

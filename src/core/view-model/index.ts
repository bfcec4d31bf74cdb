// What views may know, and how it is read from a run.
export * from './shell-view.ts';
export * from './view-model.ts';

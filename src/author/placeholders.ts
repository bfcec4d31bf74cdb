import type { z } from 'zod';
import type { ScenarioParts, textSchemas } from '../core/scenario/index.ts';

// What stands in for a file that cannot be read, so that all the others can still be checked.

type Owner = Exclude<keyof ScenarioParts, 'scenes' | 'quiz' | 'texts' | 'aftermath' | 'later'>;
type OwnerText = Exclude<keyof typeof textSchemas, 'quizItem' | 'later'>;

/** By structure file. */
export const EMPTY_PARTS: Pick<ScenarioParts, Owner> = {
  manifest: {
    id: 'unreadable',
    formatVersion: 1,
    languages: [],
    startDate: '2000-01-01',
    finale: 'NOT.READ',
    player: 'unreadable',
    poster: [],
    tiers: [],
    topics: [],
    tests: { pre: [], post: [] },
    deadlines: [],
    flags: [],
    circumstances: { hasOwnSuit: { flag: 'unreadable' }, goodwill: [] },
  },
  parties: { parties: [], cast: [] },
  model: {
    issues: [],
    structure: [],
    tracks: [],
    preferences: [],
    phases: [],
    court: {},
    tiers: [],
    references: [],
    drafts: [],
    claims: [],
  },
  tracks: { regions: [] },
  calendar: { events: [] },
  endings: { gauges: [], endings: [] },
  facts: { facts: [] },
  sources: { sources: [] },
  glossary: { terms: [] },
};

/** By structure file beside which the texts stand. */
export const EMPTY_TEXTS: { readonly [K in OwnerText]: z.infer<(typeof textSchemas)[K]> } = {
  manifest: {
    title: '',
    poster: { lead: '', key: '', place: '', length: '' },
    role: '',
    about: '',
    disclaimer: '',
    deadlines: {},
    acts: {},
    tiers: {},
    topics: {},
    factGroups: {},
  },
  tracks: {},
  calendar: {},
  endings: { gauges: {}, endings: {}, reflection: [], roles: {} },
  parties: { parties: {}, cast: {} },
  model: {
    issues: {},
    tracks: {},
    phases: {},
    rules: {},
    drafts: {},
    replies: {},
    claims: {},
    references: {},
  },
  facts: {},
  glossary: {},
  aftermath: {},
};

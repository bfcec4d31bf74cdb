/** What a verb takes beside the folder: names of its options, and how many files follow the folder. */
interface Verb {
  readonly options: readonly string[];
  readonly files: number;
}

const VERBS = {
  new: { options: [], files: 0 },
  check: { options: [], files: 0 },
  explore: { options: [], files: 0 },
  plays: { options: ['n', 'seed', 'persona', 'tier'], files: 0 },
  coverage: { options: ['n', 'seed', 'tier'], files: 0 },
  dominance: { options: ['n', 'seed', 'tier'], files: 0 },
  impact: { options: ['n', 'seed', 'tier'], files: 0 },
  bargaining: { options: ['track', 'phase', 'tier', 'suit', 'n', 'seed'], files: 0 },
  replay: { options: [], files: 1 },
  readability: { options: [], files: 0 },
  facts: { options: ['language'], files: 0 },
  graph: { options: ['format', 'out'], files: 0 },
  deals: { options: ['tier'], files: 0 },
  evaluate: { options: ['phase', 'track', 'deal', 'suit'], files: 0 },
  sensitivity: { options: ['n', 'seed', 'spread'], files: 0 },
  schema: { options: [], files: 0 },
} as const satisfies Record<string, Verb>;

export type VerbName = keyof typeof VERBS;

/** What the command line understands. */
export const USAGE = `npm run scenario -- <verb> <folder> [--json]

  new          makes the folder: a small scenario that plays, in two languages, to be replaced bit by bit
  check        everything that is wrong with the files, with file, line and a way out
  explore      searches every state the scenario can be in
  plays        --n 1000 --seed 1 --persona random|history|please:<party>|prefer:<scene>/<choice>,…
               or the id of a persona of personas.yaml, or all: n plays of each; --tier <level>, without it
               the last one
  coverage     --n 1000 --seed 1: which share of random plays sees each scene and takes each choice, and
               which personas do
  dominance    --n 3000 --seed 1: choices that are nowhere better than another one of their scene, from
               n plays per scene over all its choices; pairs too close to tell, and too rare to judge
  impact       --n 3000 --seed 1: how far the choices of each scene move the endings apart
  bargaining   --track O --phase P5 --tier expert --suit no --n 120 --seed 1: what knowing the others is
               worth, at a table outside the story
  replay       <save.json>, with or without the folder before it: plays a saved run again
  readability  words, LIX, Flesch or Amstad of every text, and which exceed a limit
  facts        --language de,en: every sentence that cites a fact, with the fact and its sources; and
               sentences without a mark that look factual
  graph        --format svg,mermaid --out <folder>: draws the statechart and the story
  deals        --tier <level>,…: contracts that everybody would accept, by phase and table
  evaluate     --phase P5 --track O --deal own=bd80,ctrl=mixed,… --suit yes|no: who accepts one contract
  sensitivity  --n 200 --seed 1 --spread 1: in how many models with other numbers the claims of the model
               hold; with --spread 2 each number may be off twice as far
  schema       writes the JSON Schemas for editors into the folder given`;

/** A command line that was understood. */
export interface Arguments {
  readonly verb: VerbName;
  /** Empty for a save that names its scenario itself. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly isJson: boolean;
  readonly values: Readonly<Record<string, string>>;
}

/** The command line, or what is wrong with it in one sentence; empty when nothing was asked. */
export function parseArguments(words: readonly string[]): Arguments | { readonly complaint: string } {
  const values: Record<string, string> = {};
  const plain: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--json') continue;
    if (!word.startsWith('--')) {
      plain.push(word);
      continue;
    }
    const [name = '', given] = word.slice(2).split(/=(.*)/s, 2);
    const value = given ?? words[index + 1];
    if (given === undefined) index += 1;
    if (value === undefined || (given === undefined && value.startsWith('--')))
      return { complaint: `The option "--${name}" has no value.` };
    values[name] = value;
  }
  const [verb, folder, ...files] = plain;
  if (verb === undefined || verb === 'help') return { complaint: '' };
  if (!isVerb(verb)) return { complaint: `There is no verb "${verb}".` };
  if (folder === undefined) return { complaint: `Give the folder of a scenario after "${verb}".` };
  const isJson = words.includes('--json');
  if (verb === 'replay' && files.length === 0 && folder.endsWith('.json') && Object.keys(values).length === 0)
    return { verb, folder: '', files: [folder], isJson, values };
  const { options, files: wanted }: Verb = VERBS[verb];
  const unknown = Object.keys(values).find((name) => !options.includes(name));
  if (unknown !== undefined) return { complaint: `"${verb}" has no option "--${unknown}".` };
  if (files.length !== wanted)
    return {
      complaint:
        wanted === 0
          ? `"${verb}" takes one folder and nothing else; "${files[0]}" is too much.`
          : `"${verb}" takes one saved run, and before it, if you like, the folder of its scenario.`,
    };
  return { verb, folder, files, isJson, values };
}

function isVerb(word: string): word is VerbName {
  return Object.hasOwn(VERBS, word);
}

/** A whole number within bounds, the default when it is not given, undefined when it is no such number. */
export function wholeNumber(
  text: string | undefined,
  bounds: { readonly otherwise: number; readonly min: number; readonly max: number },
): number | undefined {
  if (text === undefined) return bounds.otherwise;
  const value = Number(text);
  return /^-?\d+$/.test(text) && value >= bounds.min && value <= bounds.max ? value : undefined;
}

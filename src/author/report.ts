import type { Problem } from '../core/domain/index.ts';

/** 0: all holds. 1: something falls short. 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2;

/** The answer of a verb, for programs and for people. */
export interface Report {
  readonly code: ExitCode;
  readonly data: object;
  readonly text: string;
}

/** A verb that could not do its work. */
export function failed(problems: readonly Problem[]): Report {
  const listed = problems.map(inFull);
  return { code: 1, data: { ok: false, problems: listed }, text: listed.map(problemLine).join('\n') };
}

/** A command that was not understood: what is wrong with it, or the whole usage when nothing was asked. */
export function misused(complaint: string, usage: string): Report {
  const message = complaint === '' ? usage : `${complaint} For all verbs: npm run scenario -- help`;
  const problem = { code: 'usage', path: '', message };
  return { code: 2, data: { ok: false, problems: [inFull(problem)] }, text: message };
}

/** A problem with nothing left out but ids: they stand in its message. */
type PlacedProblem = Required<Omit<Problem, 'ids'>>;

/** A problem with all its places, as programs expect it. */
export function inFull({ file = '', line = 1, path, code, message }: Problem): PlacedProblem {
  return { file, line, path, code, message };
}

/** `scenes/s10-sue.yaml:12 choices[0].effects [unknown-party] There is no party "Q".` */
export function problemLine({ file, line, path, code, message }: PlacedProblem): string {
  return [file === '' ? '' : `${file}:${line}`, path, `[${code}]`, message]
    .filter((part) => part !== '')
    .join(' ');
}

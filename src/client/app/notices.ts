import type { Problem } from '../../core/domain/index.ts';
import type { NoticeView, ShellIntent } from '../../core/view-model/index.ts';
import { messageOf } from './saved-runs.ts';

type Tone = NoticeView['tone'];

/** How loud a problem is; what is not listed is an error. */
const TONES: Readonly<Record<string, Tone>> = {
  'parameter-ignored': 'warning',
  'storage-blocked': 'warning',
  'stage-failed': 'info',
  'stage-unavailable': 'info',
  'audio-unavailable': 'info',
  'save-older-scenario': 'info',
  'run-forked': 'info',
};

const RELOAD: NoticeView['actions'][number] = {
  intent: { type: 'page.reload' },
  label: { key: 'notice.reload' },
};

/** What a notice knows of an attempt beside its problems. */
export interface Attempt {
  /** Of the message. */
  readonly params?: Readonly<Record<string, string>> | undefined;
  /** What makes the attempt again. */
  readonly retry?: ShellIntent | undefined;
}

/** A notice for the problems of one attempt; it is named by the first one, so the same one shows once. */
export function noticeFor(problems: readonly Problem[], { params, retry }: Attempt = {}): NoticeView {
  const first = problems[0] ?? { code: 'unknown', path: '', message: '' };
  const message = messageOf(first);
  const detail = problems
    .map(({ code, path, message: words }) => [code, path, words].filter((part) => part !== '').join(' · '))
    .join('\n');
  return {
    id: first.code,
    tone: TONES[first.code] ?? 'error',
    message: params ? { ...message, params } : message,
    detail,
    actions: [
      ...(retry ? [{ intent: retry, label: { key: 'notice.retry' } }] : []),
      ...(LOADS_AGAIN.has(first.code) ? [RELOAD] : []),
    ],
  };
}

const LOADS_AGAIN: ReadonlySet<string> = new Set(['scenario-missing', 'offline-chunk', 'stage-failed']);

/** Adds a notice. The newest attempt to open a run says all there is to say of the attempts before. */
export function withNotice(notices: readonly NoticeView[], notice: NoticeView): readonly NoticeView[] {
  return [...notices.filter(({ id }) => kindOf(id) !== kindOf(notice.id)), notice];
}

function kindOf(id: string): string {
  return id.startsWith('save-') ? 'save' : id;
}

export function withoutNotice(notices: readonly NoticeView[], id: string): readonly NoticeView[] {
  return notices.filter((notice) => notice.id !== id);
}

export function withoutReload(notice: NoticeView): NoticeView {
  return { ...notice, actions: notice.actions.filter((action) => action !== RELOAD) };
}

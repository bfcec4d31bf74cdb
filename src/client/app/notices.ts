import type { Problem } from '../../core/domain/index.ts';
import type { NoticeView } from '../../core/view-model/index.ts';
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

/** A notice for the problems of one attempt; it is named by the first one, so the same one shows once. */
export function noticeFor(
  problems: readonly Problem[],
  params?: Readonly<Record<string, string>>,
): NoticeView {
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
    actions: actionsFor(first.code),
  };
}

const LOADS_AGAIN: ReadonlySet<string> = new Set(['scenario-missing', 'offline-chunk', 'stage-failed']);

function actionsFor(code: string): NoticeView['actions'] {
  return LOADS_AGAIN.has(code) ? [RELOAD] : [];
}

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

/** To load the page again is all that a notice can offer. */
export function withoutReload(notice: NoticeView): NoticeView {
  return { ...notice, actions: [] };
}

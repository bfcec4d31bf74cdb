import { createTranslator, type Translator } from '../../../core/i18n/index.ts';
import {
  type DebriefIntent,
  type KnownNotes,
  MAX_NOTE_LENGTH,
  type Notes,
  presentSoWhat,
  type SoWhatView,
  textsOf,
} from '../../../core/view-model/index.ts';
import type { StoredValue } from '../../storage/index.ts';
import { loadWholeCatalogue } from '../languages.ts';
import { offlineChunk } from '../offline-chunk.ts';
import type { DebriefDeskOptions } from './debrief-desk.ts';

/** No text of a scenario has as many prompts. */
const MAX_NOTES = 100;

/** What the player writes about a run: kept on this device, and handed over as a file. */
export interface NotesDesk {
  /** The same object as long as nothing has changed. Asks the store when another run is meant. */
  known(run: string): KnownNotes;
  write(note: Extract<DebriefIntent, { readonly type: 'debrief.note' }>): void;
  /** Hands over what is written about the open run. */
  take(): Promise<void>;
}

export function createNotesDesk(options: DebriefDeskOptions): NotesDesk {
  const { scenario, ports, state, update, report, fromStore, reportOnce } = options;
  const { store } = ports;
  let last: KnownNotes | undefined;
  let reading: Promise<void> = Promise.resolve();
  const learn = (run: string, change: Partial<KnownNotes>): void => {
    // Another run has been opened meanwhile.
    if (last?.run !== run) return;
    last = { ...last, ...change };
    update();
  };

  const read = async (run: string): Promise<void> => {
    const stored = await fromStore(
      Promise.all([store.loadMemory('reflections', run), store.listMemory('reflections', run)]),
    );
    if (!stored.ok) {
      learn(run, { state: 'lost' });
      return reportOnce(stored.problems);
    }
    learn(run, { notes: parseNotes(...stored.value), state: store.isPersistent ? 'ready' : 'lost' });
  };

  const known = (run: string): KnownNotes => {
    if (last?.run === run) return last;
    last = { run, notes: {}, state: 'reading' };
    reading = read(run);
    return last;
  };

  return {
    known,
    write: async ({ run, prompt, text }) => {
      const note = text.trim() === '' ? '' : text.slice(0, MAX_NOTE_LENGTH);
      // Under a key of its own, and at once: another tab may have written others, and the page may be gone next.
      const saving = fromStore(store.putMemory('reflections', `${run}/${prompt}`, note));
      if (last?.run === run) learn(run, { notes: withNote(last.notes, prompt, note) });
      const saved = await saving;
      learn(run, { state: saved.ok && store.isPersistent ? 'kept' : 'lost' });
      if (!saved.ok) reportOnce(saved.problems);
    },
    take: async () => {
      const { run, language } = state();
      const ending = run?.session.frame().context.endingId;
      if (!run || ending === undefined) return;
      const texts = textsOf(scenario, language);
      known(run.id);
      // A file without what was written would pass for all of it.
      await reading;
      const soWhat = presentSoWhat(scenario, texts, ending, known(run.id));
      try {
        const translate = createTranslator(language, await loadWholeCatalogue(language));
        const now = ports.now();
        const text = notesText(translate, {
          title: texts.manifest.title,
          ending: texts.endings.endings[ending]?.title ?? ending,
          time: now.getTime(),
          soWhat,
        });
        const day = now.toISOString().slice(0, 10);
        const name = translate({ key: 'debrief.soWhat.file.name' });
        ports.download(`${scenario.manifest.id}-${name}-${day}.txt`, text, 'text/plain;charset=utf-8');
      } catch (error) {
        report([offlineChunk(error)]);
      }
    },
  };
}

/**
 * Reads what lies in the store, in one record as older versions wrote it, and in one for each question, which counts
 * where there are both. Whatever is broken there counts as not written.
 */
function parseNotes(record: unknown, single: readonly StoredValue[]): Notes {
  const older: object = typeof record === 'object' && record !== null ? record : {};
  const newer = Object.fromEntries(single.map(({ id, value }): [string, unknown] => [id, value]));
  return Object.fromEntries(
    Object.entries({ ...older, ...newer })
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
      .slice(0, MAX_NOTES)
      .map(([prompt, text]) => [prompt, text.slice(0, MAX_NOTE_LENGTH)]),
  );
}

function withNote(notes: Notes, prompt: string, note: string): Notes {
  const { [prompt]: _, ...others } = notes;
  return note === '' ? others : { ...others, [prompt]: note };
}

/** What is written, under its questions; where nothing is, the questions alone, to be answered on paper. */
function notesText(
  translate: Translator,
  words: {
    readonly title: string;
    readonly ending: string;
    /** Milliseconds since 1970. */
    readonly time: number;
    readonly soWhat: SoWhatView;
  },
): string {
  const { title, ending, time, soWhat } = words;
  const roles = soWhat.roles.map(({ name, text, note }) => ({
    text: translate({ key: 'debrief.soWhat.file.role', params: { name, prompt: text } }),
    note,
  }));
  const all = [...soWhat.prompts, ...soWhat.more, ...roles];
  const written = all.filter(({ note }) => note !== '');
  const blocks = (written.length > 0 ? written : all).map(({ text, note }) => `${text}\n\n${note}`);
  const head = [
    translate({ key: 'debrief.soWhat.file.title', params: { title } }),
    translate({ key: 'debrief.soWhat.file.ending', params: { ending } }),
    translate({ key: 'debrief.soWhat.file.date', params: { time } }),
  ];
  return `${[head.join('\n'), ...blocks].join('\n\n\n')}\n`;
}

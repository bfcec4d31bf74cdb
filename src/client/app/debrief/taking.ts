import type { Frame } from '../../../core/session/index.ts';
import {
  plainText,
  type TakeAwayView,
  type TakeIntent,
  type TakenView,
  textsOf,
} from '../../../core/view-model/index.ts';
import type { OpenRun } from '../game-state.ts';
import { csvText } from './csv.ts';
import type { DebriefDeskOptions } from './debrief-desk.ts';
import { debriefRecord, decisionRows } from './debrief-record.ts';

/** What the player takes along from a debrief. */
export interface Taking {
  /** The same object as long as nothing new was taken. */
  taken(run: OpenRun): TakeAwayView;
  take(intent: TakeIntent): void;
}

const NOTHING: TakeAwayView = {};
/** Servers, chats and school platforms cut addresses; nginx and Apache take some 8000 signs. */
const MAX_LINK_LENGTH = 8000;

export function createTaking({ scenario, ports, state, update, shown }: DebriefDeskOptions): Taking {
  /** Where the run stood: a run that went on to another end has another frame. */
  let of: Frame | undefined;
  let taken = NOTHING;
  let turn = 0;

  const takenFrom = ({ session }: OpenRun): TakeAwayView => (of === session.frame() ? taken : NOTHING);
  const tell = (run: OpenRun, last: Omit<TakenView, 'turn'>, link?: string): void => {
    const before = takenFrom(run);
    of = run.session.frame();
    turn += 1;
    taken = { ...before, ...(link === undefined ? {} : { link }), last: { ...last, turn } };
    update();
  };
  const takeLink = async (run: OpenRun): Promise<void> => {
    const { language } = state();
    let link: string;
    try {
      link = await shareLink(ports.address(), language, {
        scenario: scenario.manifest.id,
        save: run.session.save(language),
      });
    } catch {
      return tell(run, { what: 'link', state: 'failed' });
    }
    if (link.length > MAX_LINK_LENGTH) return tell(run, { what: 'link', state: 'tooLong' });
    const isCopied = await ports.copyText(link).then(
      () => true,
      () => false,
    );
    tell(run, { what: 'link', state: isCopied ? 'copied' : 'shown' }, link);
  };
  const hand = (run: OpenRun, what: TakenView['what'], file: TakenFile): void => {
    const day = ports.now().toISOString().slice(0, 10);
    ports.download(`${scenario.manifest.id}-${day}-${file.name}`, file.content, file.type);
    tell(run, { what, state: 'saved' });
  };

  return {
    taken: takenFrom,
    take: (intent) => {
      const { run, language, settings } = state();
      const page = shown();
      if (!run || !page) return;
      const record = () =>
        debriefRecord(page, {
          title: plainText(textsOf(scenario, language, settings.reading).manifest.title),
          save: run.session.save(language),
          decisions: run.session.decisions(),
        });
      switch (intent.what) {
        case 'link':
          return void takeLink(run);
        case 'picture':
          if (!intent.png) return tell(run, { what: 'picture', state: 'failed' });
          return hand(run, 'picture', { name: 'result.png', content: intent.png, type: 'image/png' });
        case 'json': {
          const content = `${JSON.stringify(record(), undefined, 1)}\n`;
          return hand(run, 'json', { name: 'debrief.json', content, type: 'application/json' });
        }
        case 'csv': {
          const content = csvText(decisionRows(record()));
          return hand(run, 'csv', { name: 'decisions.csv', content, type: 'text/csv;charset=utf-8' });
        }
        case 'notes':
          return;
      }
    },
  };
}

interface TakenFile {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** Rejects when the run cannot be packed, or what packs it cannot be had. */
async function shareLink(
  here: string,
  language: string,
  { scenario, save }: { readonly scenario: string; readonly save: unknown },
): Promise<string> {
  // Shared with what leaves for another scenario: fetched when it is first needed.
  const [{ addressOf }, { encodeShareCode }] = await Promise.all([
    import('../leave-for.ts'),
    import('../share-code.ts'),
  ]);
  const address = new URL(addressOf(here, scenario, { run: await encodeShareCode(save) }));
  address.searchParams.set('lang', language);
  // Whether there is a map is for the one who opens it to say.
  address.searchParams.delete('stage');
  return address.href;
}

import { type ComponentType, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translator } from '../../../core/i18n/index.ts';
import type {
  FactView,
  ShellIntent,
  ShellView,
  TableView,
  TermView,
} from '../../../core/view-model/index.ts';
import type { EmblemArt, FigureArt, IconArt } from './art-data.ts';

/** What the text game needs from outside: words, a way to tell the app what the player did, pictures. */
export interface DomEnv {
  readonly translate: Translator;
  readonly send: (intent: ShellIntent) => void;
  readonly figures: FigureArt;
  readonly icons: IconArt;
  readonly emblems: EmblemArt;
  /** Missing until it is loaded. */
  readonly tableRoom?: TableRoom;
  /** Fetches the table once more; there while it could not be loaded. */
  readonly retryTableRoom?: (() => void) | undefined;
  /** Told each time the element for the stage canvas enters the page, and `undefined` when it leaves. */
  readonly stageHost?: (host: HTMLElement | undefined) => void;
}

/** The table: its script and styles come late, see `loadTableRoom`. */
export interface TableRoom {
  readonly TableScreen: ComponentType<{ readonly table: TableView }>;
  /** Reads out what changes at the table. */
  readonly TableAnnouncer: ComponentType;
}

/** What is open above the page. Local to the view: it is not part of a run and is never saved. */
export type Overlay =
  | { readonly kind: 'fact'; readonly fact: FactView; readonly number?: number }
  | { readonly kind: 'term'; readonly term: TermView }
  | { readonly kind: 'model' }
  | { readonly kind: 'settings' };

export interface DomContext extends DomEnv {
  readonly view: ShellView;
  readonly open: (overlay: Overlay) => void;
}

const Context = createContext<DomContext | undefined>(undefined);
export const DomProvider = Context.Provider;

export function useDom(): DomContext {
  const context = useContext(Context);
  if (!context) throw new Error('component used outside of renderShell');
  return context;
}

/** `t('play.undo')`: words of the interface in the language of the page. */
export function useWords(): (key: string, params?: Readonly<Record<string, string | number>>) => string {
  const { translate } = useDom();
  return (key, params) => translate(params ? { key, params } : { key });
}

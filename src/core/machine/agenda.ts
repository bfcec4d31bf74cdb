import type { IsoDate } from '../domain/index.ts';
import type { CalendarEvent, Scenario, Scene } from '../scenario/index.ts';

/** What the world does next: news, a scene, or the judgement that ends the run. */
export type AgendaEntry =
  | { readonly kind: 'calendar'; readonly date: IsoDate; readonly event: CalendarEvent }
  | { readonly kind: 'scene'; readonly date: IsoDate; readonly scene: Scene }
  | { readonly kind: 'finale'; readonly date: IsoDate };

/**
 * The whole run in order of date; calendar events come before scenes of the same day. The finale
 * follows its calendar event at once, as an entry of its own: every region has reacted by then.
 */
export function buildAgenda(scenario: Scenario): readonly AgendaEntry[] {
  const calendar = scenario.calendar.toSorted((a, b) => compare(a.date, b.date));
  const scenes = scenario.scenes.toSorted((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
  const agenda: AgendaEntry[] = [];
  const openScenesBefore = (date: IsoDate | undefined) => {
    for (;;) {
      const scene = scenes[0];
      if (!scene || (date !== undefined && scene.date >= date)) return;
      scenes.shift();
      agenda.push({ kind: 'scene', date: scene.date, scene });
    }
  };
  for (const event of calendar) {
    openScenesBefore(event.date);
    agenda.push({ kind: 'calendar', date: event.date, event });
    if (event.id === scenario.manifest.finale) agenda.push({ kind: 'finale', date: event.date });
  }
  openScenesBefore(undefined);
  return agenda;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

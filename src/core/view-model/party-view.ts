import type { PartyId } from '../domain/index.ts';
import { gateHolds, NEUTRAL_TRUST } from '../machine/index.ts';
import type { Party } from '../scenario/index.ts';
import type { Frame } from '../session/index.ts';
import { frameBeforeLastChoice, type Presenting } from './run-history.ts';
import type { PartyView, RelationView, StampView, Trend } from './view-model.ts';

const APPROVAL_STEPS = 5;

export function presentParties(present: Presenting): readonly PartyView[] {
  const { scenario, texts, frame, run } = present;
  const before = frameBeforeLastChoice(run.frames());
  const speaker = speakingParty(present);
  return scenario.parties
    .filter(({ visible }) => visible)
    .map((party) => {
      const words = texts.parties.parties[party.id];
      const status = party.statuses.find(({ when }) => gateHolds(scenario, frame, when));
      const trust = trustOf(frame, party.id);
      const figure = scenario.cast.find(({ id }) => id === party.figure)?.figure;
      return {
        id: party.id,
        name: partyName(present, party.id),
        role: words?.role ?? '',
        ...(figure === undefined ? {} : { figure }),
        emblem: party.emblem,
        color: party.color,
        ...(party.city === undefined ? {} : { city: party.city }),
        mood: status?.mood ?? 'neutral',
        status: status ? (words?.statuses[status.id] ?? '') : '',
        approval: Math.round((trust / 100) * APPROVAL_STEPS),
        trend: trendOf(before ? trust - trustOf(before, party.id) : 0),
        isSpeaking: party.id === speaker,
        isPlayer: party.id === scenario.manifest.player,
        info: frame.context.info[party.id] ?? 0,
      };
    });
}

export function presentRelations({ scenario, texts, frame }: Presenting): readonly RelationView[] {
  return scenario.parties.flatMap((party) => {
    const relation = relationAt(party, (when) => gateHolds(scenario, frame, when));
    if (!relation || party.city === undefined) return [];
    const { id, style, tension } = relation;
    const label = texts.parties.parties[party.id]?.relations[id] ?? '';
    return [{ party: party.id, city: party.city, style, tension, label }];
  });
}

/** A line that was signed or broken in this step lands as a stamp on the map. */
export function presentStamps(present: Presenting): readonly StampView[] {
  const { previous } = present;
  if (!previous) return [];
  const before = presentRelations({ ...present, frame: previous });
  return presentRelations(present).flatMap((relation): StampView[] => {
    const { party, style, label } = relation;
    if (before.find((earlier) => earlier.party === party)?.style === style) return [];
    if (style !== 'signed' && style !== 'broken') return [];
    return [{ id: `${party}-${style}`, party, text: label, tone: style === 'signed' ? 'good' : 'bad' }];
  });
}

export function partyName({ texts }: Pick<Presenting, 'texts'>, party: PartyId): string {
  return texts.parties.parties[party]?.name ?? party;
}

export function emblemOf({ scenario }: Presenting, party: PartyId): string {
  return scenario.parties.find(({ id }) => id === party)?.emblem ?? party;
}

export function trendOf(change: number): Trend {
  return change > 0 ? 'up' : change < 0 ? 'down' : 'flat';
}

function trustOf({ context }: Frame, party: PartyId): number {
  return context.trust[party] ?? NEUTRAL_TRUST;
}

function relationAt(party: Party, isTrue: (when: Party['relations'][number]['when']) => boolean) {
  return party.relations.find(({ when }) => isTrue(when));
}

function speakingParty({ scenario, frame }: Presenting): PartyId | undefined {
  const scene = scenario.scenes.find(({ id }) => id === frame.context.sceneId);
  return scenario.cast.find(({ id }) => id === scene?.speaker)?.party;
}

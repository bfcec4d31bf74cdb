import type { FileCheck } from './lookup.ts';
import type { Scenario } from './scenario.ts';

/** Phases follow each other by date, and each says from where on every buyer and every veto accepts. */
export function checkPhases({ model }: Scenario, at: FileCheck): void {
  const buyers = model.tracks.flatMap(({ id, buyer }) => (buyer === undefined ? [] : [{ track: id, buyer }]));
  model.phases.forEach(({ id, date, reservation, vetoes, redLines }, index) => {
    const path = `phases[${index}]`;
    checkDate(at, model.phases[index - 1], { id, date }, path);
    for (const party of Object.keys(reservation)) at.refer('voter', party, `${path}.reservation.${party}`);
    vetoes.forEach((party, veto) => at.refer('voter', party, `${path}.vetoes[${veto}]`));
    for (const [party, sets] of Object.entries(redLines)) {
      at.refer('voter', party, `${path}.redLines.${party}`);
      at.options(sets, `${path}.redLines.${party}`);
    }
    const asked = new Map([
      ...vetoes.map((party) => [party, 'has a veto'] as const),
      ...buyers.map(({ track, buyer }) => [buyer, `buys at table ${track}`] as const),
    ]);
    for (const [party, why] of asked) {
      if (reservation[party] === undefined)
        at.add(
          'missing-reservation',
          `${path}.reservation`,
          `In phase ${id} nothing says from how many points on ${party} accepts, though it ${why}: it would take everything. Add "${party}" with 0 to 100.`,
        );
    }
  });
}

interface Dated {
  readonly id: string;
  readonly date: string;
}

function checkDate(at: FileCheck, before: Dated | undefined, { id, date }: Dated, path: string): void {
  if (before === undefined || before.date < date) return;
  if (before.date === date)
    at.add(
      'phase-same-date',
      `${path}.date`,
      `Phases ${before.id} and ${id} both begin on ${date}, so ${before.id} would never hold. Move one of them, or make them one.`,
    );
  else
    at.add(
      'phase-order',
      `${path}.date`,
      `Phase ${id} begins on ${date}, before ${before.id} above it (${before.date}). Put the phases in order of their dates.`,
    );
}

import { manifestSchema, partiesSchema, type Scenario } from '../../src/core/scenario/index.ts';
import { miniScenario } from './mini-scenario.ts';
import { wordsFor } from './mini-texts.ts';

// The mini scenario with what stands around the story: deadlines, places, faces, lines on the map, a speaker.

type Deadlines = Scenario['manifest']['deadlines'];

export const DEADLINES: Deadlines = manifestSchema.shape.deadlines.parse([
  { id: 'stores', date: '2030-02-08', from: 'CAL.ORDER', moved: [{ by: 'CAL.RULE', to: '2030-02-14' }] },
  { id: 'bids', date: '2030-01-22', from: 'CAL.ORDER', endsWhen: { event: 'DEAL.SIGNED_M', fired: true } },
  { id: 'sale', date: '2030-03-01', from: 'CAL.RULE' },
]);

const { parties, cast } = partiesSchema.parse({
  parties: [
    { id: 'F', figure: 'lead', emblem: 'f', color: 'violet', city: 'home' },
    { id: 'I', emblem: 'i', color: 'slate', visible: false },
    {
      id: 'M',
      emblem: 'm',
      color: 'green',
      city: 'harbour',
      statuses: [
        { id: 'signed', when: { region: 'buyer', is: 'signed' }, mood: 'laughing' },
        { id: 'talking', when: { region: 'buyer', is: 'talking' }, mood: 'speaking' },
        { id: 'away', mood: 'tired' },
      ],
      relations: [
        { id: 'signed', when: { region: 'buyer', is: 'signed' }, style: 'signed' },
        { id: 'talking', when: { region: 'buyer', is: 'talking' }, style: 'open', tension: 1 },
        { id: 'away', style: 'none' },
      ],
    },
    {
      id: 'W',
      figure: 'envoy',
      emblem: 'w',
      color: 'blue',
      city: 'capital',
      statuses: [
        { id: 'ordered', when: { event: 'CAL.ORDER', fired: true }, mood: 'angry' },
        { id: 'watching', mood: 'suspicious' },
      ],
      relations: [
        { id: 'ordered', when: { event: 'CAL.ORDER', fired: true }, style: 'tense', tension: 4 },
        { id: 'watching', style: 'open' },
      ],
    },
    {
      id: 'B',
      emblem: 'b',
      color: 'red',
      city: 'port',
      relations: [
        { id: 'veto', when: { region: 'ratifier', is: 'veto' }, style: 'broken' },
        { id: 'quiet', style: 'open' },
      ],
    },
  ],
  cast: [
    { id: 'lead', figure: 'founder', party: 'F' },
    { id: 'envoy', figure: 'official', party: 'W' },
  ],
});

export function miniWorld(deadlines: Deadlines = DEADLINES): Scenario {
  const scenario: Scenario = {
    ...miniScenario,
    manifest: { ...miniScenario.manifest, deadlines },
    parties,
    cast,
    scenes: miniScenario.scenes.map((scene) =>
      scene.id === 's2-order' ? { ...scene, speaker: 'envoy' } : scene,
    ),
  };
  const words = wordsFor(scenario);
  const named = parties.map(({ id, statuses, relations }) => {
    const say = (items: readonly { readonly id: string }[]) =>
      Object.fromEntries(items.map((item) => [item.id, `${id} ${item.id}`]));
    return [
      id,
      { name: `${id} & Co.`, role: `${id} role`, statuses: say(statuses), relations: say(relations) },
    ];
  });
  return {
    ...scenario,
    texts: { en: { ...words, parties: { ...words.parties, parties: Object.fromEntries(named) } } },
  };
}

import { describe, expect, test } from 'vitest';
import { isClean } from '../../src/server/clean-words.ts';
import { drawNickname } from '../../src/server/nicknames.ts';
import german from '../../src/server/words/names.de.json';
import english from '../../src/server/words/names.en.json';

/** Every name there is: the draws are counted through. */
function allNames(language: string, words: typeof german | typeof english): readonly string[] {
  const animals = Object.values(words.animals).flat().length;
  return Array.from({ length: animals }, (_, animal) =>
    words.adjectives.map((_word, adjective) => {
      const draws = [animal, adjective];
      return drawNickname(language, () => draws.shift() ?? 0);
    }),
  ).flat();
}

describe.each([
  ['de', german],
  ['en', english],
] as const)('generated names in %s', (language, words) => {
  const names = allNames(language, words);

  test('are enough for many classes, each once', () => {
    expect(words.adjectives.length).toBeGreaterThanOrEqual(60);
    expect(Object.values(words.animals).flat().length).toBeGreaterThanOrEqual(60);
    expect(new Set(names).size).toBe(names.length);
  });

  test('are two words that nobody has to be ashamed of', () => {
    expect(names.filter((name) => !/^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u.test(name))).toEqual([]);
    expect(names.filter((name) => name.length > 24)).toEqual([]);
    expect(names.filter((name) => !isClean(name))).toEqual([]);
  });
});

test('German adjectives agree with the animal', () => {
  const names = new Set(allNames('de', german));
  for (const name of ['Flinker Otter', 'Flinke Eule', 'Flinkes Reh', 'Heiterer Igel', 'Weise Eule'])
    expect(names).toContain(name);
  // An adjective on -e would get two of them, one on -el or -er loses its own: the stems end otherwise.
  expect(
    german.adjectives.filter((stem) => /(e|el|[^t]er)$/.test(stem) && !/(heiter|munter|tapfer)$/.test(stem)),
  ).toEqual([]);
});

describe('words of pupils', () => {
  test.each([
    'weil sie das Geld brauchen',
    'mehr Kontrolle über die Daten',
    'Das wäre eine dicke Rechnung.',
    'Die Analyse der Gerichte fehlt noch.',
    'Der Ausschuss hat Klasse und Konsens.',
    'Es behindert den Wettbewerb.',
    'ein Opfer, das sich lohnt',
    'im Fernsehkanal gesehen',
    'Grafik und Titel passen',
    'sechs Wochen reichen',
    'they keep control of the data',
    'the assessment of the court takes time',
  ])('can be shown: %s', (text) => expect(isClean(text)).toBe(true));

  test.each([
    'fick dich',
    'F1CK dich',
    'f i c k',
    'Scheiße',
    'so ein Schei\u00DF',
    'scheisse',
    'du Arschloch',
    'Arsch',
    'Hurensohn',
    'h.u.r.e.n.s.o.h.n',
    'Wichserrrrr',
    'Nazis',
    'sieg heil',
    'fuck off',
    'ＦＵＣＫ',
    'you bitch',
  ])('are kept back: %s', (text) => expect(isClean(text)).toBe(false));
});

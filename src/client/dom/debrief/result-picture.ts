// The result of a run as a picture, drawn on the device.

/** All the words of the picture, and the values of the bars (0..100). */
export interface ResultWords {
  readonly scenario: string;
  readonly date: string;
  readonly title: string;
  readonly stamp: string;
  readonly story: string;
  readonly gaugesTitle: string;
  readonly gauges: readonly { readonly name: string; readonly value: number; readonly words: string }[];
  readonly note: string;
  readonly disclaimer: readonly string[];
}

/** As links show pictures. */
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 48;
const LEFT_WIDTH = 520;
const RIGHT = MARGIN + LEFT_WIDTH + 56;
const RIGHT_WIDTH = WIDTH - MARGIN - RIGHT;
/** Where the foot begins. */
const FOOT = 556;
const LEADING = 1.14;
const FONTS = ['760 60px Newsreader', '450 24px Newsreader', '450 20px Archivo', '700 20px Archivo'];

type Pen = CanvasRenderingContext2D;

/** A PNG. Rejects where the browser cannot draw or pack it. */
export async function drawResult(words: ResultWords): Promise<Uint8Array<ArrayBuffer>> {
  // A font that does not come is replaced by one that is there.
  await Promise.allSettled(FONTS.map((font) => document.fonts.load(font)));
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('there is no canvas');
  paint(pen, words, coloursOf(document.documentElement));
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('the picture could not be packed');
  return new Uint8Array(await blob.arrayBuffer());
}

const COLOURS = ['paper', 'sheet', 'sunken', 'ink', 'ink2', 'rule', 'highlight'] as const;
type Colours = Readonly<Record<(typeof COLOURS)[number], string>>;

function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const colour = (name: (typeof COLOURS)[number]) => style.getPropertyValue(`--color-${name}`).trim();
  return {
    paper: colour('paper'),
    sheet: colour('sheet'),
    sunken: colour('sunken'),
    ink: colour('ink'),
    ink2: colour('ink2'),
    rule: colour('rule'),
    highlight: colour('highlight'),
  };
}

function paint(pen: Pen, words: ResultWords, colours: Colours): void {
  pen.textBaseline = 'alphabetic';
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  paintHead(pen, words, colours);
  paintEnding(pen, words, colours);
  paintGauges(pen, words, colours);
  paintFoot(pen, words, colours);
}

function paintHead(pen: Pen, { scenario }: ResultWords, { ink, highlight }: Colours): void {
  pen.fillStyle = highlight;
  pen.beginPath();
  pen.arc(MARGIN + 13, 51, 13, 0, Math.PI * 2);
  pen.fill();
  write(pen, scenario, {
    x: MARGIN + 40,
    y: 62,
    width: WIDTH - 2 * MARGIN - 40,
    lines: 1,
    sizes: [34, 28, 22],
    font: '750 {}px Newsreader, Georgia, serif',
    colour: ink,
  });
  pen.fillStyle = ink;
  pen.fillRect(MARGIN, 84, WIDTH - 2 * MARGIN, 3);
}

function paintEnding(pen: Pen, { date, title, stamp, story }: ResultWords, colours: Colours): void {
  const column = { x: MARGIN, width: LEFT_WIDTH, colour: colours.ink };
  const text = '450 {}px Newsreader, Georgia, serif';
  write(pen, date, {
    ...column,
    y: 132,
    lines: 1,
    sizes: [20, 16],
    font: '700 {}px Archivo, sans-serif',
    colour: colours.ink2,
  });
  const titleEnd = write(pen, title, {
    ...column,
    y: 196,
    lines: 4,
    sizes: [64, 56, 48, 40, 32],
    font: '760 {}px Newsreader, Georgia, serif',
  });
  const top = titleEnd + 50;
  const indent = 22;
  const end = write(pen, stamp, {
    ...column,
    x: MARGIN + indent,
    width: LEFT_WIDTH - indent,
    y: top,
    lines: 2,
    sizes: [24, 20],
    font: text,
  });
  pen.fillStyle = colours.highlight;
  pen.fillRect(MARGIN, top - 24, 6, end - top + 34);
  const room = Math.floor((FOOT - 20 - (end + 48)) / (22 * LEADING)) + 1;
  write(pen, story, {
    ...column,
    y: end + 48,
    lines: Math.max(1, room),
    sizes: [24, 22, 20, 18],
    font: text,
  });
}

function paintGauges(pen: Pen, { gaugesTitle, gauges, note }: ResultWords, colours: Colours): void {
  const column = { x: RIGHT, width: RIGHT_WIDTH };
  const small = { ...column, lines: 1, colour: colours.ink2, sizes: [17, 15, 13] };
  write(pen, gaugesTitle, {
    ...small,
    y: 132,
    sizes: [20, 16],
    font: '700 {}px Archivo, sans-serif',
  });
  const step = Math.min(59, 354 / Math.max(1, gauges.length));
  gauges.forEach(({ name, value, words }, at) => {
    const y = 168 + at * step;
    pen.font = '700 20px Archivo, sans-serif';
    pen.fillStyle = colours.ink;
    const valueWidth = pen.measureText(words).width;
    pen.fillText(words, RIGHT + RIGHT_WIDTH - valueWidth, y);
    write(pen, name, {
      x: RIGHT,
      y,
      width: RIGHT_WIDTH - valueWidth - 16,
      lines: 1,
      sizes: [20, 18, 16, 14],
      font: '600 {}px Archivo, sans-serif',
      colour: colours.ink,
    });
    pen.fillStyle = colours.sunken;
    pen.fillRect(RIGHT, y + 10, RIGHT_WIDTH, 16);
    pen.fillStyle = colours.ink;
    pen.fillRect(RIGHT, y + 10, (RIGHT_WIDTH * value) / 100, 16);
    pen.strokeStyle = colours.ink;
    pen.lineWidth = 1.5;
    pen.strokeRect(RIGHT, y + 10, RIGHT_WIDTH, 16);
  });
  write(pen, note, { ...small, y: 168 + gauges.length * step, font: '450 {}px Archivo, sans-serif' });
}

function paintFoot(pen: Pen, { disclaimer }: ResultWords, { ink, ink2 }: Colours): void {
  pen.fillStyle = ink;
  pen.fillRect(MARGIN, FOOT, WIDTH - 2 * MARGIN, 1.5);
  write(pen, disclaimer.join(' '), {
    x: MARGIN,
    y: FOOT + 26,
    width: WIDTH - 2 * MARGIN,
    lines: 2,
    sizes: [17, 15, 13],
    font: '450 {}px Archivo, sans-serif',
    colour: ink2,
  });
}

interface Writing {
  readonly x: number;
  /** Of the first line. */
  readonly y: number;
  readonly width: number;
  /** At most so many. */
  readonly lines: number;
  /** In pixels, the largest first: the first one that fits is taken. */
  readonly sizes: readonly number[];
  /** With `{}` for the size. */
  readonly font: string;
  readonly colour: string;
}

/** Writes words as large as they fit, and gives the y of the last line. Even what fits at no size stays in its place. */
function write(pen: Pen, text: string, { x, y, width, lines, sizes, font, colour }: Writing): number {
  const measure = (words: string) => pen.measureText(words).width;
  let size = 0;
  let wrapped: readonly string[] = [];
  for (size of sizes) {
    pen.font = font.replace('{}', String(size));
    wrapped = wrapText(text, width, measure);
    if (wrapped.length <= lines && wrapped.every((line) => measure(line) <= width)) break;
  }
  const shown = wrapped.slice(0, lines);
  if (wrapped.length > lines) shown.push(`${shown.pop() ?? ''} …`);
  pen.fillStyle = colour;
  shown.forEach((line, at) => {
    pen.fillText(line, x, y + at * size * LEADING, width);
  });
  return y + (shown.length - 1) * size * LEADING;
}

/** Fills lines word by word. A word that is wider than a line has one of its own. */
export function wrapText(text: string, width: number, measure: (words: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measure(longer) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return line === '' ? lines : [...lines, line];
}

/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A mark that wants a label: where it is, and how much room its words need. */
export interface LabelWish {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const DISTANCES = [22, 44, 70, 100] as const;
const DIRECTIONS: readonly (readonly [x: number, y: number])[] = [
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
];

/**
 * Places for labels beside their marks, the first wish first: inside the frame, over nothing that is there already and no other label. A
 * label for which there is no room has no place: its mark is explained beside the picture anyway.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  frame: Box,
  occupied: readonly Box[],
): ReadonlyMap<string, Box> {
  const taken: Box[] = [...occupied];
  const places = new Map<string, Box>();
  for (const wish of wishes) {
    const place = DISTANCES.flatMap((distance) =>
      DIRECTIONS.map((direction) => beside(wish, direction, distance)),
    ).find((box) => isInside(box, frame) && taken.every((other) => !isOverlapping(box, other)));
    if (!place) continue;
    places.set(wish.id, place);
    taken.push(place);
  }
  return places;
}

function beside(
  { x, y, width, height }: LabelWish,
  [toX, toY]: readonly [number, number],
  distance: number,
): Box {
  return {
    left: x + toX * distance + ((toX - 1) / 2) * width,
    top: y + toY * distance + ((toY - 1) / 2) * height,
    width,
    height,
  };
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left &&
    box.top >= frame.top &&
    box.left + box.width <= frame.left + frame.width &&
    box.top + box.height <= frame.top + frame.height
  );
}

function isOverlapping(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

import type { GameObjects } from 'phaser';
import type { PartyView, PlayView } from '../../core/view-model/index.ts';
import { dashes, type Point, type Rect, rectAround } from './geometry.ts';
import { cityPlaces } from './layout.ts';
import { ringPicture } from './map-picture.ts';
import { toNumber } from './palette.ts';
import { haloPicture, pillPicture, pinPicture, platePicture } from './plate-picture.ts';
import { loadMarkup, PORTRAIT_BOX, portraitMarkup } from './portrait-picture.ts';
import { DEPTH, placeSharply, type StageContext } from './stage-context.ts';
import type { StageChanges } from './view-changes.ts';

/** Diameter of the round window in the units of the portrait's canvas. */
const WINDOW = 94;

interface Seat {
  readonly group: GameObjects.Container;
  readonly halo: GameObjects.Image;
  readonly portrait: GameObjects.Image;
  readonly plate: GameObjects.Image | undefined;
  /** Texture that the portrait should show; loading takes a moment. */
  wanted: string;
}

export interface PartyLayer {
  /** Seats all parties. Returns what they cover, for the labels to stay clear of. */
  show(view: PlayView, changes: StageChanges): readonly Rect[];
}

/** Portraits at their cities, each with its plate, and the player's pin. */
export function createPartyLayer(context: StageContext): PartyLayer {
  const { scene, layout, palette, shelf, motion, emblems } = context;
  const drawing = { palette, ratio: layout.labelRatio };
  const seats = new Map<string, Seat>();
  const grounds: GameObjects.GameObject[] = [];
  let groundKey = '';
  let pinRects: readonly Rect[] = [];

  /** Rings on cities and dotted lines to portraits; the same as long as the same parties are there. */
  const drawGrounds = (parties: readonly PartyView[], home: string | undefined): void => {
    const key = parties.map(({ id, city }) => `${id} ${city}`).join();
    if (key === groundKey) return;
    groundKey = key;
    for (const object of grounds.splice(0)) object.destroy();
    const lines = scene.add.graphics().setDepth(DEPTH.leader);
    grounds.push(lines);
    const unit = layout.ratio;
    for (const { city } of parties) {
      const places = cityPlaces(layout, city);
      if (!places || city === home) continue;
      const leader = [places.city, places.portrait];
      lines
        .lineStyle(6 * unit, toNumber(palette.sea))
        .lineBetween(places.city.x, places.city.y, places.portrait.x, places.portrait.y);
      lines.lineStyle(1.6 * unit, toNumber(palette.ink));
      for (const [from, to] of dashes(leader, 2 * unit, 3.4 * unit))
        if (from && to) lines.lineBetween(from.x, from.y, to.x, to.y);
      const ring = shelf.put('ring', () => ringPicture(layout, palette));
      grounds.push(scene.add.image(places.city.x, places.city.y, ring).setDepth(DEPTH.city));
    }
  };

  const drawPin = (player: PartyView): readonly Rect[] => {
    const places = cityPlaces(layout, player.city);
    if (!places) return [];
    const size =
      (layout.isCompact ? 26 : 38) * Math.min(layout.ratio, layout.scale * (layout.isCompact ? 1 : 1.15));
    const key = shelf.put(`pin:${player.emblem}`, () =>
      pinPicture(drawing, emblems.get(player.emblem), size),
    );
    const { x, y } = places.city;
    const pin = scene.add.image(x, y, key).setDepth(DEPTH.pin);
    placeSharply(pin, x, y);
    grounds.push(pin);
    const label = shelf.put(`pin-name:${player.name}`, () =>
      pillPicture(
        drawing,
        player.name,
        { fill: palette.sheet, ink: palette.ink, border: palette.ink },
        layout.isCompact ? 10.5 : 12.5,
      ),
    );
    const name = scene.add.image(x, y, label).setDepth(DEPTH.pin);
    name.y -= pin.height / 2 + name.height / 2 + 5 * layout.ratio;
    const air = 6 * layout.ratio;
    placeSharply(name, Math.max(name.width / 2 + air, name.x), Math.max(name.height / 2 + air, name.y));
    grounds.push(name);
    return [rectAround(places.city, pin.width, pin.height), rectAround(name, name.width, name.height)];
  };

  const createSeat = (party: PartyView, at: Point, hasPlate: boolean): Seat => {
    const halo = scene.add.image(
      0,
      0,
      shelf.put('halo', () => haloPicture(drawing, layout.portrait * 1.17)),
    );
    const portrait = scene.add.image(0, 0, '__WHITE').setVisible(false);
    const group = scene.add
      .container(Math.round(at.x), Math.round(at.y), [halo.setVisible(false), portrait])
      .setDepth(DEPTH.portrait + at.y / layout.height);
    const plate = hasPlate ? scene.add.image(0, 0, '__WHITE').setDepth(DEPTH.plate) : undefined;
    const seat: Seat = { group, halo, portrait, plate, wanted: '' };
    seats.set(party.id, seat);
    return seat;
  };

  const showPortrait = (seat: Seat, key: string, isFading: boolean): void => {
    const { portrait, group } = seat;
    if (isFading && portrait.visible) {
      const old = scene.add.image(portrait.x, portrait.y, portrait.texture.key).setOrigin(0);
      group.add(old);
      motion.glide(old, { alpha: 0 }, { duration: 220, onDone: () => old.destroy() });
    }
    portrait.setTexture(key).setOrigin(0).setVisible(true);
    // The window's centre, not the canvas', is where the portrait stands; whole pixels keep it sharp.
    portrait.x = Math.round((portrait.width * (PORTRAIT_BOX.x - 50)) / PORTRAIT_BOX.width);
    portrait.y = Math.round((portrait.height * (PORTRAIT_BOX.y - 50)) / PORTRAIT_BOX.height);
  };

  const wearFace = (seat: Seat, party: PartyView, isChange: boolean): void => {
    const key = `portrait:${party.figure}:${party.mood}:${party.color}`;
    if (seat.wanted === key) return;
    seat.wanted = key;
    if (shelf.has(key)) {
      showPortrait(seat, key, isChange);
      return;
    }
    const markup = portraitMarkup(
      context.art.figures,
      party.figure ?? '',
      party.mood,
      palette.party(party.color),
      palette,
    );
    if (markup === undefined) {
      showEmblem(seat, party);
      return;
    }
    const unit = (layout.portrait * 2) / WINDOW;
    const [width, height] = [PORTRAIT_BOX.width * unit, PORTRAIT_BOX.height * unit];
    loadMarkup(markup).then(
      (image) => {
        if (!context.isCurrent()) return;
        shelf.put(key, () => ({
          width,
          height,
          draw: (canvas) => canvas.drawImage(image, 0, 0, width, height),
        }));
        if (seat.wanted !== key) return;
        showPortrait(seat, key, isChange);
        context.wake();
      },
      () => {
        if (context.isCurrent()) showEmblem(seat, party);
      },
    );
  };

  const showEmblem = (seat: Seat, party: PartyView): void => {
    const key = shelf.put(`emblem:${party.emblem}`, () =>
      pinPicture(drawing, emblems.get(party.emblem), layout.portrait * 1.3),
    );
    seat.portrait.setTexture(key).setOrigin(0.5).setPosition(0, 0).setVisible(true);
    context.wake();
  };

  const setPlate = (
    plate: GameObjects.Image,
    party: PartyView,
    at: Point,
    kind: string,
    isChange: boolean,
  ): Rect => {
    const key = shelf.put(
      `plate:${party.id}:${party.name}:${party.status}:${party.approval}:${party.trend}`,
      () => platePicture(drawing, party, emblems.get(party.emblem)),
    );
    plate.setTexture(key);
    const [width, height, air] = [plate.width, plate.height, 5 * layout.ratio];
    const wish =
      kind === 'right'
        ? { x: at.x + layout.portrait * 1.17 + air + width / 2, y: at.y + layout.portrait * 0.35 }
        : { x: at.x, y: at.y + layout.portrait + air + height / 2 };
    placeSharply(
      plate,
      clamp(wish.x, width / 2 + air, layout.width - width / 2 - air),
      clamp(wish.y, height / 2 + air, layout.height - height / 2 - air),
    );
    if (isChange) {
      plate.setScale(1);
      motion.glide(plate, { scale: 1.06 }, { duration: 130, yoyo: true, onDone: () => plate.setScale(1) });
    }
    return rectAround(plate, width, height);
  };

  return {
    show: (view, changes) => {
      const player = view.parties.find(({ isPlayer }) => isPlayer);
      const others = view.parties.filter(({ isPlayer, city }) => !isPlayer && cityPlaces(layout, city));
      const before = groundKey;
      drawGrounds(others, player?.city);
      const covered: Rect[] = [];
      if (player && before !== groundKey) pinRects = drawPin(player);
      covered.push(...pinRects);
      const ids = new Set(others.map(({ id }) => id));
      for (const [id, seat] of seats) {
        if (ids.has(id)) continue;
        seat.group.destroy();
        seat.plate?.destroy();
        seats.delete(id);
      }
      for (const party of others) {
        const places = cityPlaces(layout, party.city);
        if (!places) continue;
        const isNew = !seats.has(party.id);
        const seat = seats.get(party.id) ?? createSeat(party, places.portrait, places.plate !== 'none');
        const isChange = !isNew && changes.parties.has(party.id);
        wearFace(seat, party, isChange);
        seat.halo.setVisible(party.isSpeaking);
        if (changes.newSpeaker === party.id) {
          seat.halo.setScale(0.82);
          motion.glide(seat.halo, { scale: 1 }, { duration: 320, ease: 'Back.easeOut' });
        }
        if (isChange || changes.newSpeaker === party.id) {
          seat.group.y = Math.round(places.portrait.y);
          const hop = seat.group.y - 6 * layout.ratio;
          motion.glide(seat.group, { y: hop }, { duration: 130, yoyo: true });
        }
        const { portrait } = layout;
        covered.push(
          rectAround(
            { x: places.portrait.x, y: places.portrait.y - portrait * 0.3 },
            portrait * 2.1,
            portrait * 2.6,
          ),
        );
        if (seat.plate) covered.push(setPlate(seat.plate, party, places.portrait, places.plate, isChange));
      }
      return covered;
    },
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

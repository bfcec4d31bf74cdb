import { Scene } from 'phaser';
import type { PlayView } from '../../core/view-model/index.ts';
import type { StageArt } from './art.ts';
import { type CalendarLayer, createCalendarLayer } from './calendar-layer.ts';
import type { Layout } from './layout.ts';
import { mapPicture } from './map-picture.ts';
import { createMotion, type Motion } from './motion.ts';
import type { Palette } from './palette.ts';
import { createPartyLayer, type PartyLayer } from './party-layer.ts';
import { createRelationLayer, type RelationLayer } from './relation-layer.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { DEPTH, type StageContext } from './stage-context.ts';
import { createStampLayer, type StampLayer } from './stamp-layer.ts';
import { changesBetween } from './view-changes.ts';

export interface MapSceneOptions {
  readonly art: StageArt;
  readonly palette: Palette;
  readonly emblems: ReadonlyMap<string, HTMLImageElement>;
  readonly layout: Layout;
  readonly reducedMotion: boolean;
  /** Told once, when the map is there. */
  readonly onReady: () => void;
  /** Told whenever something is to be drawn. */
  readonly wake: () => void;
}

interface Layers {
  readonly relations: RelationLayer;
  readonly parties: PartyLayer;
  readonly stamps: StampLayer;
  readonly calendar: CalendarLayer;
}

/** The one scene of the stage (Phaser's word): map, lines, portraits, calendar, stamps. */
export class MapScene extends Scene {
  readonly #options: MapSceneOptions;
  #layout: Layout;
  #shelf: Shelf | undefined;
  #motion: Motion | undefined;
  #layers: Layers | undefined;
  #view: PlayView | undefined;
  #generation = 0;

  constructor(options: MapSceneOptions) {
    super('map');
    this.#options = options;
    this.#layout = options.layout;
  }

  create(): void {
    this.#shelf = createShelf(this.textures);
    this.#motion = createMotion(this.tweens, this.#options.reducedMotion);
    this.#build();
    this.#options.onReady();
  }

  show(view: PlayView): void {
    const changes = changesBetween(this.#view, view);
    this.#view = view;
    if (this.#layers) this.#draw(this.#layers, view, changes);
    this.#options.wake();
  }

  /** Draws everything anew for another size of the canvas; nothing moves. */
  rebuild(layout: Layout): void {
    this.#layout = layout;
    if (this.#layers) this.#build();
    this.#options.wake();
  }

  setReducedMotion(isReduced: boolean): void {
    this.#motion?.setReduced(isReduced);
    // What is on its way is drawn anew, at its end.
    if (isReduced && this.isMoving()) this.#build();
    this.#options.wake();
  }

  isMoving(): boolean {
    return this.#motion?.isMoving() ?? false;
  }

  #build(): void {
    const [shelf, motion] = [this.#shelf, this.#motion];
    if (!shelf || !motion) return;
    const { art, palette, emblems, wake } = this.#options;
    const generation = ++this.#generation;
    this.tweens.killAll();
    this.children.removeAll(true);
    shelf.clear();
    const layout = this.#layout;
    const isCurrent = () => generation === this.#generation && this.sys.isActive();
    const context: StageContext = {
      scene: this,
      layout,
      palette,
      art,
      emblems,
      shelf,
      motion,
      isCurrent,
      wake,
    };
    this.add
      .image(
        0,
        0,
        shelf.put('map', () => mapPicture(layout, palette)),
      )
      .setOrigin(0)
      .setDepth(DEPTH.map);
    this.#layers = {
      relations: createRelationLayer(context),
      parties: createPartyLayer(context),
      stamps: createStampLayer(context),
      calendar: createCalendarLayer(context),
    };
    if (!this.#view) return;
    // As it is: what has landed before does not land again.
    const still = { ...changesBetween(this.#view, this.#view), newStamps: new Set<string>() };
    this.#draw(this.#layers, this.#view, still);
  }

  #draw(
    { relations, parties, stamps, calendar }: Layers,
    view: PlayView,
    changes: ReturnType<typeof changesBetween>,
  ): void {
    const covered = [...parties.show(view, changes), ...calendar.show(view, changes)];
    const labels = relations.show(view, changes, covered);
    stamps.show(view, changes, labels);
  }
}

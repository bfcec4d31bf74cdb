import type { Textures } from 'phaser';

/** Something drawn once and shown often. Size in canvas pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly draw: (context: CanvasRenderingContext2D) => void;
}

/** Pictures as textures, by a key that says all that they depend on. */
export interface Shelf {
  /** Draws the picture unless one of that key is there already. Returns the key. */
  put(key: string, picture: () => Picture): string;
  has(key: string): boolean;
  /** Forgets all pictures: nothing may show one any more. */
  clear(): void;
}

export function createShelf(textures: Textures.TextureManager): Shelf {
  const keys = new Set<string>();
  return {
    put: (key, picture) => {
      if (keys.has(key)) return key;
      const { width, height, draw } = picture();
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.ceil(width));
      canvas.height = Math.max(1, Math.ceil(height));
      const context = canvas.getContext('2d');
      if (context) draw(context);
      textures.addCanvas(key, canvas);
      keys.add(key);
      return key;
    },
    has: (key) => keys.has(key),
    clear: () => {
      for (const key of keys) textures.remove(key);
      keys.clear();
    },
  };
}

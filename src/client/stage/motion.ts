import type { Tweens } from 'phaser';

export interface GlideOptions {
  /** Milliseconds. */
  readonly duration: number;
  readonly delay?: number;
  /** Name of an easing of Phaser. */
  readonly ease?: string;
  readonly yoyo?: boolean;
  readonly onUpdate?: () => void;
  readonly onDone?: () => void;
}

/** Moves things. With reduced motion everything is at its end at once. */
export interface Motion {
  glide<T extends object>(target: T, to: Partial<Record<keyof T, number>>, options: GlideOptions): void;
  setReduced(isReduced: boolean): void;
  isMoving(): boolean;
}

export function createMotion(tweens: Tweens.TweenManager, startsReduced: boolean): Motion {
  let isReduced = startsReduced;
  return {
    glide: (target, to, { duration, delay = 0, ease = 'Cubic.easeOut', yoyo = false, onUpdate, onDone }) => {
      tweens.killTweensOf(target);
      if (isReduced) {
        if (!yoyo) Object.assign(target, to);
        onUpdate?.();
        onDone?.();
        return;
      }
      tweens.add({
        targets: target,
        ...to,
        duration,
        delay,
        ease,
        yoyo,
        ...(onUpdate ? { onUpdate } : {}),
        ...(onDone ? { onComplete: onDone } : {}),
      });
    },
    setReduced: (reduced) => {
      isReduced = reduced;
    },
    isMoving: () => tweens.getTweens().length > 0,
  };
}

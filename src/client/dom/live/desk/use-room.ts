import { useEffect, useRef, useState } from 'preact/hooks';
import type { LiveHostView, LiveRoomView, ShellIntent } from '../../../../core/view-model/index.ts';
import { useDom } from '../../parts/env.ts';

/** A room as its teacher holds it. */
export interface HeldRoom {
  readonly room: LiveRoomView;
  readonly host: LiveHostView;
}

export type RoomCommand = Extract<ShellIntent, { readonly type: 'live.send' }>['command'];

/** `command({ type: 'room.pause' })`: asks the room for something. */
export function useCommand(): (command: RoomCommand) => void {
  const { send } = useDom();
  return (command) => send({ type: 'live.send', command });
}

const CALM_MS = 8_000;

/** A value that changes at most every eight seconds: what is read out must not never end. */
export function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value);
  const newest = useRef(value);
  newest.current = value;
  const isWaiting = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (isWaiting.current || calm === value) return;
    isWaiting.current = true;
    timer.current = setTimeout(() => {
      isWaiting.current = false;
      setCalm(() => newest.current);
    }, CALM_MS);
  }, [value, calm]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return calm;
}

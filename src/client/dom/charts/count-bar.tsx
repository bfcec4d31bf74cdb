const BOX = 12;
const GAP = 3;

/** So many of so many, for the eye: full boxes and empty ones. The same stands in words beside it. */
export function CountBar({ count, of }: { readonly count: number; readonly of: number }) {
  const width = of * (BOX + GAP) - GAP;
  return (
    <svg class="count-bar" viewBox={`0 0 ${width} ${BOX}`} width={width} height={BOX} aria-hidden="true">
      {Array.from({ length: of }, (_, at) => (
        <rect
          key={at}
          class={at < count ? 'count-bar__full' : 'count-bar__empty'}
          x={at * (BOX + GAP) + 0.75}
          y={0.75}
          width={BOX - 1.5}
          height={BOX - 1.5}
        />
      ))}
    </svg>
  );
}

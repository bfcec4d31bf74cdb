import { useDom } from './env.ts';

interface TierCardsProps {
  readonly tier: string;
  readonly onChoose: (tier: string) => void;
}

/** The levels, one of them chosen; for inside a fieldset. */
export function TierCards({ tier, onChoose }: TierCardsProps) {
  const { view } = useDom();
  return (
    <>
      {view.tiers.map(({ id, name, about }) => (
        <label key={id} class="radio-card">
          <input type="radio" name="tier" value={id} checked={tier === id} onChange={() => onChoose(id)} />
          <span class="radio-card__text">
            <b>{name}</b>
            <span>{about}</span>
          </span>
        </label>
      ))}
    </>
  );
}

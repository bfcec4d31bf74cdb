import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FilterFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** `option` elements. */
  readonly children: ComponentChildren;
}

/** A list to choose from, with its label above. */
export function FilterField({ name, label, value, onValue, children }: FilterFieldProps) {
  const id = useId();
  return (
    <div class="filter">
      <label for={id}>{label}</label>
      <select id={id} name={name} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}

interface ScopeSwitchProps {
  readonly label: string;
  readonly isAll: boolean;
  readonly onAll: (isAll: boolean) => void;
  readonly met: string;
  readonly all: string;
}

/** What was met on the way, or everything. */
export function ScopeSwitch({ label, isAll, onAll, met, all }: ScopeSwitchProps) {
  return (
    <fieldset class="scope">
      <legend class="visually-hidden">{label}</legend>
      <button
        type="button"
        class="scope__choice"
        data-action="scope-met"
        aria-pressed={!isAll}
        onClick={() => onAll(false)}
      >
        {met}
      </button>
      <button
        type="button"
        class="scope__choice"
        data-action="scope-all"
        aria-pressed={isAll}
        onClick={() => onAll(true)}
      >
        {all}
      </button>
    </fieldset>
  );
}

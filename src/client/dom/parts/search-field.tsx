import { useId } from 'preact/hooks';
import { Icon } from './art.tsx';

interface SearchFieldProps {
  readonly label: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** How many were found, in words: read out after a pause in typing. */
  readonly result: string;
}

export function SearchField({ label, query, onQuery, result }: SearchFieldProps) {
  const id = useId();
  return (
    <search class="search">
      <label class="search__label" for={id}>
        {label}
      </label>
      <div class="search__box">
        <Icon name="magnifying-glass" />
        <input
          id={id}
          type="search"
          value={query}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
      </div>
      <p class="search__result" role="status">
        {result}
      </p>
    </search>
  );
}

/** True when every word of the query occurs in the text, whatever the case. */
export function hasAllWords(query: string, text: string): boolean {
  const hay = text.toLocaleLowerCase();
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

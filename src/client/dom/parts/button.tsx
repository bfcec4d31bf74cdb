import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { Icon } from './art.tsx';

interface ButtonProps {
  /** Stable name for scripts and tests: `data-action`. */
  readonly action: string;
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'bar' | 'act';
  readonly icon?: string;
  readonly iconAfter?: string;
  readonly label?: string;
  readonly isPressed?: boolean;
  readonly isCurrent?: boolean;
  readonly opensDialog?: boolean;
  /** The button shows and hides something that follows it. */
  readonly isExpanded?: boolean;
  /** Whom the act concerns: `data-party`. */
  readonly party?: string;
  /** Id of the words that say why the button does nothing now. It can still be reached and read. */
  readonly blockedBy?: string;
  /** The second click of a pair does nothing, even where the first one has put a new button in its place. */
  readonly takesOneClick?: boolean;
  readonly class?: string;
  readonly onPress: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  readonly children?: ComponentChildren;
}

/** Every button that is not an answer of the game. */
export function Button(props: ButtonProps) {
  const {
    action,
    kind = 'plain',
    icon,
    iconAfter,
    label,
    isPressed,
    isCurrent,
    opensDialog,
    isExpanded,
    party,
    blockedBy,
    takesOneClick,
    onPress,
    children,
  } = props;
  const press: typeof onPress = (event) => {
    if (!takesOneClick || event.detail < 2) onPress(event);
  };
  return (
    <button
      type="button"
      class={`button button--${kind}${props.class ? ` ${props.class}` : ''}`}
      data-action={action}
      aria-label={label}
      title={children ? undefined : label}
      aria-pressed={isPressed}
      aria-current={isCurrent ? 'true' : undefined}
      aria-haspopup={opensDialog ? 'dialog' : undefined}
      aria-expanded={isExpanded}
      data-party={party}
      aria-disabled={blockedBy === undefined ? undefined : 'true'}
      aria-describedby={blockedBy}
      onClick={blockedBy === undefined ? press : undefined}
    >
      {icon && <Icon name={icon} />}
      {children && <span class="button__text">{children}</span>}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
}

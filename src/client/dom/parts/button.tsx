import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { Icon } from './art.tsx';

interface ButtonProps {
  /** Stable name for scripts and tests: `data-action`. */
  readonly action: string;
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'bar';
  readonly icon?: string;
  readonly iconAfter?: string;
  readonly label?: string;
  readonly isPressed?: boolean;
  readonly isCurrent?: boolean;
  readonly opensDialog?: boolean;
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
    children,
  } = props;
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
      onClick={props.onPress}
    >
      {icon && <Icon name={icon} />}
      {children && <span class="button__text">{children}</span>}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
}

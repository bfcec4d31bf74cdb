import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { useWords } from './env.ts';

interface DialogProps {
  readonly title: string;
  readonly eyebrow?: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A native modal dialog: the browser keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, eyebrow, name, onClose, children }: DialogProps) {
  const t = useWords();
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    // The dialog leaves the page together with its component, so the browser cannot restore the focus.
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  // Another content in the same dialog: it may have been closed with Escape, or the focus may have gone with a button.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (!dialog.open) dialog.showModal();
    else if (!dialog.contains(document.activeElement)) dialog.querySelector('button')?.focus();
    dialog.scrollTop = 0;
  }, [name, title]);
  return (
    <dialog
      ref={element}
      class="dialog"
      data-dialog={name}
      aria-labelledby={`dialog-${name}`}
      onClose={onClose}
      onClick={(event) => {
        // A click on the backdrop lands on the dialog itself; its content fills it wholly.
        if (event.target === element.current) onClose();
      }}
    >
      <div class="dialog__sheet">
        <header class="dialog__head">
          <div>
            {eyebrow && <p class="eyebrow">{eyebrow}</p>}
            <h2 id={`dialog-${name}`} class="dialog__title">
              {title}
            </h2>
          </div>
          <Button action="close" kind="bar" icon="x" label={t('dialog.close')} onPress={onClose} />
        </header>
        <div class="dialog__body">{children}</div>
      </div>
    </dialog>
  );
}

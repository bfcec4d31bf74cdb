import type { ComponentChild, VNode } from 'preact';

/** An element with what it holds, components opened; or words. */
export type Drawn =
  | string
  | { readonly tag: string; readonly props: Record<string, unknown>; readonly inside: readonly Drawn[] };

/** The elements that a page is made of, without a browser. */
export function drawn(child: ComponentChild | readonly ComponentChild[]): readonly Drawn[] {
  if (Array.isArray(child)) return child.flatMap((each) => drawn(each));
  if (child === null || child === undefined || typeof child === 'boolean') return [];
  if (typeof child !== 'object') return [`${child}`];
  const { type, props } = child as VNode<Record<string, unknown>>;
  const children = props.children as ComponentChild;
  if (typeof type === 'function') return drawn((type as (props: unknown) => ComponentChild)(props));
  return type ? [{ tag: type, props, inside: drawn(children) }] : drawn(children);
}

/** All words, as they are read one after the other. */
export const textOf = (parts: readonly Drawn[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : ` ${textOf(part.inside)} `))
    .join('')
    .replace(/\s+/g, ' ');

/** All elements, each before what it holds. */
export const elementsIn = (parts: readonly Drawn[]): readonly Exclude<Drawn, string>[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [] : [part, ...elementsIn(part.inside)]));

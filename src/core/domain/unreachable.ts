/** The default arm of an exhaustive switch: a new member makes this a type error. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

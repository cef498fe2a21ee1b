/** Marks a branch the types rule out; throws if data from outside got there after all. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

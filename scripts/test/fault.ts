/** One way to break one rule: what to plant, and what `npm run verify` must then say. */
export type Fault = {
  check: string;
  /** Name of the rule, or words of its message; stands on one line of the check's output with `file`. */
  named: string;
  file: string;
  plant: Record<string, string>;
};

export function fault(
  check: string,
  named: string,
  file: string,
  text: string,
  besides: Record<string, string> = {},
): Fault {
  return { check, named, file, plant: { [file]: text, ...besides } };
}

/** What must be said of a file that an earlier fault of the list has planted. */
export function also(check: string, named: string, file: string): Fault {
  return { check, named, file, plant: {} };
}

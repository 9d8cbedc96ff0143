/** Words of a bundle with their values filled in, for components that run in the browser. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

export const sayFrom =
  (words: Record<string, string>): Say =>
  (key, values = {}) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`{{${name}}}`, () => String(value)),
      words[key] ?? key,
    );

/** How a family dresses what is the same on every result page. Class names only. */
export type SearchLook = {
  field: string;
  button: string;
  summary: string;
};

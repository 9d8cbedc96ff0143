/** The order of what was found. Pure: the index gives facts, this page of weights makes a number of them. */
import type { Validity } from "#db/enums/resources.ts";
import type { SearchClass } from "#db/enums/search.ts";
import { alike } from "#modules/search/domain/alike.ts";
import { fold } from "#modules/search/domain/fold.ts";
import { isInForce } from "#modules/search/domain/row.ts";
import { WEIGHTS } from "#modules/search/domain/settings.ts";
import type { Group } from "#modules/search/domain/tsquery.ts";
import { titleWords } from "#modules/search/domain/words.ts";

export type Candidate = {
  resourceId: number;
  title: string;
  class: SearchClass;
  validity: Validity;
  publishedAt: Date;
  /** 0–1: rare words count more; 1 when all stand in the most telling places. */
  text: number;
  isNumberFound: boolean;
  /** 0–1: nearness of its text by pairs of characters; 0 when it was not read. */
  near: number;
  /** 0–1: how often it is opened where this is asked; 0 for what too few have asked. */
  clicks: number;
};

export type Asked = {
  text: string;
  grams: readonly string[];
  /** The words, each by the pairs of its alternatives; the first alternative is the word as typed. */
  groups: readonly Group[];
  /** How telling a gram of a title is: 0 when it stands everywhere. */
  weightOf: (gram: string) => number;
  now: Date;
};

const DAY_MS = 86_400_000;

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);

/** The same word by word, where a synonym stands for a word as well. */
function coverageByWords({ groups, weightOf }: Asked, there: ReadonlySet<string>): number {
  const weights = groups.map(([typed = []]) => sumOf(typed.map(weightOf)));
  const held = groups.map((group, at) => {
    const shares = group.map(
      (pairs, alternative) =>
        (sumOf(pairs.filter((pair) => there.has(pair)).map(weightOf)) /
          (sumOf(pairs.map(weightOf)) || 1)) *
        (alternative === 0 ? 1 : WEIGHTS.synonym),
    );
    return (weights[at] ?? 0) * Math.max(0, ...shares);
  });
  return sumOf(held) / (sumOf(weights) || 1);
}

function coverage(asked: Asked, title: string): number {
  const there = new Set(titleWords(title));
  let all = 0;
  let found = 0;
  for (const gram of asked.grams) {
    const weight = asked.weightOf(gram);
    all += weight;
    if (there.has(gram)) found += weight;
  }
  return Math.max(all === 0 ? 0 : found / all, coverageByWords(asked, there));
}

/** 0–1: 1 when the question begins the title, less when it begins a part of it, between marks: 审批（变更）. */
function beginning(asked: string, title: string): number {
  if (title.startsWith(asked)) return 1;
  for (let at = title.indexOf(asked); at > 0; at = title.indexOf(asked, at + 1))
    if (/[^\p{L}\p{N}]$/u.test(title.slice(0, at))) return WEIGHTS.partBegins;
  return 0;
}

export function score(candidate: Candidate, asked: Asked): number {
  const title = fold(candidate.title);
  const covered = coverage(asked, title);
  const like = covered > 0 ? alike(asked.text, title).share : 0;
  const length = Math.max(1, [...title].length);
  // Of two titles that hold the question, the one that holds little else is meant.
  const fill = Math.min(1, [...asked.text].length / length);
  const days = Math.max(0, asked.now.getTime() - candidate.publishedAt.getTime()) / DAY_MS;
  const fresh = 0.5 ** (days / WEIGHTS.halfLifeDays[candidate.class]);
  return (
    WEIGHTS.text * candidate.text +
    WEIGHTS.near * candidate.near +
    WEIGHTS.titleCoverage * covered * (0.7 + 0.3 * fill) +
    WEIGHTS.titleAlike * like ** 3 * (0.7 + 0.3 * fill) +
    (title === asked.text ? WEIGHTS.titleExact : 0) +
    WEIGHTS.titleBegins * beginning(asked.text, title) +
    (candidate.isNumberFound ? WEIGHTS.documentNumber : 0) +
    (isInForce(candidate.validity) ? WEIGHTS.inForce : 0) +
    WEIGHTS.clicks * Math.min(1, candidate.clicks) +
    WEIGHTS.fresh * fresh
  );
}

/** Best first; of equal ones the newer. */
export function ranked<Some extends Candidate>(candidates: readonly Some[], asked: Asked): Some[] {
  return candidates
    .map((candidate) => ({ candidate, points: score(candidate, asked) }))
    .sort(
      (a, b) =>
        b.points - a.points ||
        b.candidate.publishedAt.getTime() - a.candidate.publishedAt.getTime(),
    )
    .map(({ candidate }) => candidate);
}

/**
 * What a theme is given. A theme turns one of these views into HTML and knows nothing else: no
 * module, no database, no session. All hrefs are ready to print (locale and care prefix included).
 */
import type { Locale } from "#lib/i18n/locales.ts";
import type { Variant } from "#lib/routing/variant.ts";

/** Looks a word up in lib/i18n/messages; `{{name}}` in the message is filled from `values`. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

export type LinkView = { name: string; href: string; isCurrent?: boolean };

/** A site as its own pages show it. @rule GL-13, GL-14.2, GL-14.4, GL-15 */
export type SiteView = {
  code: string;
  /** Standard name of the organisation, shown as text in the header (GL-2.10). */
  name: string;
  level: "province" | "city" | "county" | "department";
  /** Host without scheme or port, for `SiteDomain` and the header (GL-4.11). */
  domain: string;
  /** Scheme, host and port that citizens see: `https://www.x.gov.cn`. */
  origin: string;
  /** 网站标识码, 10 characters (GL-2.12). */
  idCode: string;
  sponsor: string;
  undertaker: string | null;
  contact: { phone: string; address: string; email: string | null };
  icp: string | null;
  police: string | null;
  emblem: "national" | "none";
  slogan: string | null;
  /** Parent and child sites of the group; care pages link to their care variant (K14). */
  related: LinkView[];
};

/** What every page of a site has around its content. */
export type FrameView = {
  site: SiteView;
  locale: Locale;
  variant: Variant;
  t: Translate;
  /** Text of `<title>`, site name already appended where it belongs. */
  documentTitle: string;
  /** Absolute address of the standard page, for `rel=canonical` and `Url`. */
  canonical: string;
  /** The same page in the other form. */
  switchHref: string;
  /** The same page with other care options, in the order to show; empty on standard pages. */
  careOptions: { kind: "size" | "scheme"; name: string; href: string; isCurrent: boolean }[];
  homeHref: string;
  siteMapHref: string;
  /** Top-level columns, home first. */
  nav: LinkView[];
  /** From home to here; the last one is the page itself. Empty on the home page. */
  crumbs: LinkView[];
  /** Absolute path of the family's stylesheet and of the theme's tokens. */
  stylesheets: string[];
  /** `<meta name content>` pairs demanded by the annex (GL-15), in order. */
  meta: { name: string; content: string }[];
  /** The same page in the languages of the site, its own among them; empty when it has one. */
  languages: { locale: Locale; name: string; href: string; isCurrent: boolean }[];
  /** The same content for programs: absolute addresses, by media type. Lists have them, care pages none. */
  feeds: { type: string; title: string; href: string }[];
  /**
   * Pages about the site itself, besides its map: statements, feeds. None on care pages, which are
   * short to walk through (K9): there the site map names them, and the languages.
   */
  aboutLinks: LinkView[];
  /** Where the search box of the header sends its word `q`; null on the result page, which has its own. */
  search: SearchTarget | null;
  /** Cache tags of everything this page was drawn from; printed for the gateway, stripped there. */
  tags: string[];
};

/** A form by GET drops the query of its address, so what belongs to the reader's form is sent along. */
export type SearchTarget = {
  action: string;
  hidden: { name: string; value: string }[];
  /** Characters that are searched for; what is longer is cut. */
  maxLength: number;
  /** Where the box asks while one types, and the script that does; null where no script runs. */
  suggest: { address: string; script: string } | null;
};

/** One row of a list. `publishedAt` and the rest of the moments are ISO 8601 in UTC. */
export type ItemView = {
  title: string;
  href: string;
  publishedAt: string;
  summary: string | null;
  isPinned: boolean;
  /** Set when an official document is no longer as it was. */
  validity?: ValidityView | null;
};

export type BlockView = {
  /** `lead`: the first item large. `list`: titles with dates. `documents`: titles, set as papers. */
  kind: "lead" | "list" | "documents";
  title: string;
  moreHref: string;
  items: ItemView[];
};

/** A column with those right below it. */
export type BranchView = { link: LinkView; children: LinkView[] };

export type HomeView = {
  frame: FrameView;
  blocks: BlockView[];
  services: LinkView[];
  /** Where all services are: the one action that a service site asks for. */
  servicesLink: LinkView | null;
  /** Top-level columns with what is in them. */
  groups: BranchView[];
};

export type PageLink = { number: number; href: string; isCurrent: boolean };

export type ListView = {
  frame: FrameView;
  column: { name: string; description: string; children: LinkView[]; siblings: LinkView[] };
  items: ItemView[];
  paging: {
    number: number;
    count: number;
    total: number;
    previousHref: string | null;
    nextHref: string | null;
    /** First, last, and those near the current one; a gap is where numbers are not consecutive. */
    links: PageLink[];
  };
};

export type AttachmentView = { title: string; href: string; extension: string; sizeBytes: number };

/** 有效性 in words; the state is for shape, never the only sign (C25). */
export type ValidityView = {
  state: "current" | "amended" | "partly-void" | "repealed" | "expired";
  words: string;
};

/** A field and what it says: numbers to call are in a `phone`, a `web` leads to its `href`. */
export type FactView = { name: string; lines: string[] } & (
  | { kind: "text" | "phone" }
  | { kind: "web"; href: string }
);

/** The index of a document, a service or a body, rows in their fixed order (C24, C31, C34). */
export type DocumentIndexView = {
  rows: FactView[];
  /** Null where nothing can be out of force. */
  validity:
    | (ValidityView & {
        /** Since when, in one sentence; null while it is in force. */
        sentence: string | null;
        replacement: LinkView | null;
      })
    | null;
};

export type ArticleView = {
  frame: FrameView;
  title: string;
  /** Since when it is kept for reading only; null: it is kept up. @rule GL-3.8 */
  archivedAt: string | null;
  subtitle: string | null;
  publishedAt: string;
  /** Set when the released edition is later than the first. */
  updatedAt: string | null;
  source: string;
  author: string | null;
  summary: string | null;
  /** Printed as it is: made by lib/richtext, which escapes everything. */
  bodyHtml: string;
  attachments: AttachmentView[];
  documentIndex?: DocumentIndexView | null;
  column: LinkView;
  previous: LinkView | null;
  next: LinkView | null;
};

/** Pages that stand for a missing or withdrawn one (GL-14.13). Never names what was withdrawn. */
export type AbsenceView = {
  frame: FrameView;
  kind: "unknown" | "withdrawn";
  suggestions: LinkView[];
};

export type SiteMapView = { frame: FrameView; columns: BranchView[] };

/** What a site says of itself: 无障碍声明, 隐私声明. */
export type StatementView = {
  frame: FrameView;
  title: string;
  sections: { title: string; paragraphs: string[] }[];
};

/** Between this site and an address outside government. Nothing goes there by itself. @rule GL-14.10 */
export type LeaveView = { frame: FrameView; host: string; url: string };

/** Text in which the words that were asked for are marked. */
export type RunView = { text: string; isHit: boolean };

export type HitView = {
  href: string;
  title: RunView[];
  snippet: RunView[];
  /** 推荐: editors put it first for this question. */
  isBestBet: boolean;
  /** 已归档: kept for reading only. @rule KF-2.2 */
  isArchived: boolean;
  /** The file that the snippet is a passage of; null when it is of the text. */
  snippetFile: string | null;
  /** 政策文件, 政务新闻 … */
  className: string;
  /** Who says it: organisation, and the site when it is another one. */
  from: string[];
  publishedAt: string;
  documentNumber: string | null;
  validity: ValidityView | null;
  /** Where it belongs when it is another site's: 省, 市, 县 from above; empty: here. */
  place: string[];
  /** 搜索即服务: what a service or a body is asked for, straight in the result; empty: none. */
  card: FactView[];
  attachments: HitFileView[];
  reprints: LinkView[];
};

/** `isWhereFound`: the words stand in the file. */
export type HitFileView = AttachmentView & { isWhereFound: boolean };

/** One way to narrow the question; `count` as it is shown, null where none was made. */
export type ChoiceView = LinkView & { count: string | null };

/** Ways to narrow the question by one thing. */
export type ChoicesView = {
  name: "scope" | "regions" | "organisations" | "other";
  title: string;
  /** From the widest down to what is chosen, to go back up by: 云川省 › 云州市. */
  crumbs: ChoiceView[];
  links: BranchChoiceView[];
};

/** A choice with what lies below it. */
export type BranchChoiceView = ChoiceView & { below: BranchChoiceView[] };

/** What the form of the result page holds. */
export type AskedView = {
  q: string;
  number: string;
  field: "all" | "title" | "body";
  isExact: boolean;
  from: string;
  to: string;
  hasAdvanced: boolean;
};

/** Why there is no result, where it is not the words that have none, and the ways on. @rule C48 */
export type DetourView = { text: string; links: LinkView[] };

/** The result page. Nothing of it needs a script; every choice is a link. @rule C42 */
export type SearchView = {
  frame: FrameView;
  title: string;
  form: SearchTarget;
  asked: AskedView;
  /** How many and how fast; null while nothing is asked. */
  summary: string | null;
  /** What was made of the question, in sentences, each with the way back. */
  notes: { text: string; link: LinkView | null }[];
  classes: ChoiceView[];
  choices: ChoicesView[];
  /** Lets go of all conditions at once, also of those that a form does not list; null where none is on. */
  clear: LinkView | null;
  hits: HitView[];
  /** Always with `beyond` and `unfinished`, with `empty` where conditions are on. */
  detour: DetourView | null;
  /** Null on one page of results. */
  paging: ListView["paging"] | null;
  /** What many ask these days, the first one first; empty while there is nothing to tell. */
  hot: LinkView[];
  /** What else was asked in such words. */
  related: LinkView[];
  /**
   * `empty`: nothing answers the question. `beyond`: its last page lies before this one. `unfinished`:
   * time ran out before anything was found.
   */
  state: "start" | "found" | "empty" | "beyond" | "unfinished";
};

export type SearchFamily = { Search: (view: SearchView) => React.ReactElement };

/** Pages that say something about the site itself; set by each family in its own frame. */
export type AboutFamily = {
  Statement: (view: StatementView) => React.ReactElement;
  Leave: (view: LeaveView) => React.ReactElement;
};

/** A layout family: one drawing for each page type, standard and care alike. */
export type Family = {
  code: string;
  Home: (view: HomeView) => React.ReactElement;
  List: (view: ListView) => React.ReactElement;
  Article: (view: ArticleView) => React.ReactElement;
  Absence: (view: AbsenceView) => React.ReactElement;
  SiteMap: (view: SiteMapView) => React.ReactElement;
};

/** A theme is data: a family and at most three colours (GL-13.2). Everything else is solved. */
export type Theme = {
  code: string;
  name: string;
  family: string;
  brand: { main: string; aux1: string | null; aux2: string | null };
};
